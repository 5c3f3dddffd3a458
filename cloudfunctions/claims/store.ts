/**
 * Claims, as stored. A code is never kept: it follows from the claim key, the person and a serial, and is found by its HMAC,
 * so a stolen store opens nothing and a code can be given again when its paper is lost on the way.
 */

import type { Claim, WrongPersonReport } from '#shared/claims/model'
import { claimCodeLength, codeFrom } from '#shared/kernel/id'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, ListQuery, Page, Transaction } from '../runtime/database'
import type { Keys } from '../runtime/keys'

const claims: Collection<Claim> = { name: 'claims', indexes: [] }

const reports: Collection<WrongPersonReport> = { name: 'wrongPersonReports', indexes: [['branchId', 'state', '_id']] }

export const claimCollections = [claims, reports]

type ReportPage = Pick<ListQuery<WrongPersonReport>, 'after' | 'limit'>

export function claimStore(db: Database, keys: Keys) {
  const codeOf = (personId: string, serial: number) => codeFrom(keys.hmac('claim', `code:${personId}:${serial}`), claimCodeLength)
  const idOf = (code: string) => keys.hmac('claim', `id:${code}`).toString('base64url')
  return {
    codeOf,
    find: (code: string): Promise<Claim | undefined> => db.get(claims, idOf(code)),
    /** The first serial from the given one whose code is nobody else's, with its claim stored. */
    async insertFrom(tx: Transaction, made: Made, personId: string, from: number): Promise<number> {
      for (let serial = from; ; serial += 1) {
        const _id = idOf(codeOf(personId, serial))
        const there = await tx.get(claims, _id)
        const fresh: Claim = { _id, v: 1, made, personId, serial }
        if (there === undefined) await tx.insert(claims, fresh)
        if (there === undefined || (there.personId === personId && there.serial === serial)) return serial
      }
    },
    /** Those nobody has looked at yet. */
    async listReports(scope: Scope, branchId: string, page: ReportPage): Promise<Page<WrongPersonReport>> {
      if (!covers(scope, { branchId })) return { rows: [] }
      return db.list(reports, { where: { branchId, state: 'open' }, ...page })
    },
    async findReport(scope: Scope, reportId: string): Promise<WrongPersonReport | undefined> {
      const report = await db.get(reports, reportId)
      return report !== undefined && covers(scope, { branchId: report.branchId }) ? report : undefined
    },
    getReport: (tx: Transaction, reportId: string) => tx.get(reports, reportId),
    insertReport: (tx: Transaction, report: WrongPersonReport) => tx.insert(reports, report),
    putReport: (tx: Transaction, report: WrongPersonReport) => tx.put(reports, report),
  }
}

export type ClaimStore = ReturnType<typeof claimStore>
