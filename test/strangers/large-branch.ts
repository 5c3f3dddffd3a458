/** A branch of three hundred with a whole year of dues, in a folder that a door of its own will serve by the clock on the wall. */
import { accountId, monthsOfYear, receiptId } from '#shared/dues/ids'
import { dayOf } from '#shared/kernel/day'
import { nothing } from '#shared/kernel/organisation'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, openHouse, schemaNumber } from '../../cloudfunctions/doors/house'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { systemClock } from '../../cloudfunctions/runtime/clock'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { openLocalFiles } from '../../cloudfunctions/runtime/files-local'
import { deviceOf } from '../../cloudfunctions/runtime/identity'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { everyPage } from '../../cloudfunctions/runtime/page'
import { approval, receipt, settled } from '../dues/nouns'
import { apiOf, dataOf, publish } from '../village/village'

const memberCount = 300

export interface LargeBranch {
  readonly year: string
  /** sessions of the secretary, on two browsers */
  readonly secretaries: readonly string[]
  /** sessions of so many members, to check in with once each */
  readonly members: readonly string[]
  readonly themeDayId: string
}

export async function layLargeBranch(folder: string, checkIns: number): Promise<LargeBranch> {
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  const keys = openLocalKeys(folder)
  const log = { write: () => undefined, close: async () => undefined }
  const files = openLocalFiles(folder, keys, systemClock)
  const { serve, stores } = openHouse({ db, keys, files, clock: systemClock, chance: systemChance, log, isDemonstration: false })
  const browser = (token = systemChance.token()) => {
    const caller = { address: '127.0.0.1', via: 'h5', device: deviceOf(token) }
    return { token, api: apiOf((body) => serve(body, caller)) }
  }
  const admin = browser()
  const { code } = await foundCounty(db, stores, { county: '青山县', admin: '沈文' }, systemClock.now())
  dataOf(await admin.api.claims.bind({ code }))
  const { branchId, secretary } = dataOf(
    await admin.api.organisation.foundBranch({
      committee: { name: '河口镇党委', officerName: '方敏' },
      name: '大村支部',
      members: founders(),
    }),
  )
  const known = async (issuer: typeof admin, personId: string) => {
    const one = browser()
    dataOf(await one.api.claims.bind({ code: dataOf(await issuer.api.claims.issue({ personId })).code }))
    return one
  }
  const first = await known(admin, secretary.personId)
  const second = await known(admin, secretary.personId)

  const today = dayOf(systemClock.now())
  const year = today.slice(0, 4)
  dataOf(await first.api.dues.start({ startMonth: `${year}-01`, farmerFen: 50 }))
  const roster = await everyPage((after) => stores.members.listRoster({ ...nothing, all: true }, branchId, { ...after, limit: 100 }))
  const of = { branchId, year }
  for (const [place, { _id: memberId }] of roster.entries()) {
    const receipts = monthsOfYear(year).map((month, index) => {
      const number = index * memberCount + place + 1
      return receipt(number, [month], {
        ...of,
        _id: receiptId(branchId, year, number),
        memberId,
        day: today,
        collectorId: secretary.personId,
      })
    })
    await db.transact(async (tx) => {
      for (const one of receipts) await stores.dues.insertDuesEntry(tx, one)
      await stores.dues.putAccount(tx, {
        ...{ _id: accountId(memberId, year), v: 1, made: receiptMade, ...of, memberId, reliefs: [] },
        approvals: [approval({ from: `${year}-01`, by: secretary.personId })],
        settled: receipts.map(({ _id, months: [paid] }) => settled(paid?.month ?? '', { entryId: _id, by: secretary.personId })),
      })
    })
  }
  const { themeDayId } = await publish(first.api, { day: today, from: '00:00', to: '23:59', topic: '学习', place: '会议室' })
  const members = []
  for (const { personId } of roster.slice(1, 1 + checkIns)) members.push((await known(first, personId)).token)
  await db.close()
  return { year, secretaries: [first.token, second.token], members, themeDayId }
}

const receiptMade = receipt(1, []).made

function founders() {
  return Array.from({ length: memberCount }, (_, n) => ({
    name: `党员${[...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')}`,
    group: `${(n % 10) + 1}组`,
    ...(n === 0 ? { post: 'secretary' as const } : {}),
  }))
}
