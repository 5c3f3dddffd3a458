/**
 * Claims, as stored. A code is never kept: it follows from the claim key, the person and a serial, and is found by its HMAC,
 * so a stolen store opens nothing and a code can be given again when its paper is lost on the way.
 */

import type { Claim } from '#shared/claims/model'
import { codeBytes, codeFrom } from '#shared/kernel/id'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Database, Transaction } from '../runtime/database'
import type { Keys } from '../runtime/keys'

const claims: Collection<Claim> = { name: 'claims', indexes: [] }

export const claimCollections = [claims]

export function claimStore(db: Database, keys: Keys) {
  const codeOf = (personId: string, serial: number) => codeFrom(keys.hmac('claim', `code:${personId}:${serial}`).subarray(0, codeBytes))
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
  }
}

export type ClaimStore = ReturnType<typeof claimStore>
