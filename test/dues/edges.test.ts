/** Where the dues meet something else: a stay abroad, a member who left, a branch that was moved, the turn of a year. */

import { hourMs, instantOf } from '#shared/kernel/day'
import { countyId } from '#shared/organisation/ids'
import { dataOf, newVillage, type Village } from '../village/village'
import { keepDues } from './keeping'

describe('at the edges of the dues', () => {
  let village: Village
  const idOf = (name: string) => village.person(name).memberId
  const wang = () => village.as('老王').dues
  const chen = () => village.as('陈芳').dues
  const fang = () => village.as('方敏').dues
  const day = '2026-11-25'

  beforeEach(async () => {
    village = await newVillage()
    await village.staff()
    await keepDues({ secretary: village.as('老王'), rows: dataOf(await village.as('老王').members.list({ limit: 100 })).rows })
  })
  afterEach(() => village.close())

  type Payment = Parameters<ReturnType<typeof chen>['recordPayment']>[0]
  const pay = (name: string, months: string[], dueFen: number, over: Partial<Payment> = {}) =>
    chen().recordPayment({ memberId: idOf(name), months, dueFen, day, way: 'cash', payer: { kind: 'self' }, ...over })

  const hardship = (name: string) =>
    wang().requestHardship({ memberId: idOf(name), from: '2026-11', to: '2026-12', monthlyFen: 0, metOn: '2026-11-20' })

  it('who is abroad pays as far ahead as they stay, and is approved for it', async () => {
    const memberId = idOf('张大爷')
    dataOf(await wang().arrange({ memberId, isQuarterly: false, abroadUntil: '2028-06' }))
    dataOf(await wang().approve({ memberId, from: '2028-01', kind: 'farmer', monthlyFen: 50 }))
    expect(await pay('张大爷', ['2028-06'], 50)).toMatchObject({ ok: true })
    expect(await pay('张大爷', ['2028-07'], 50)).toMatchObject({ code: 'TOO_FAR_AHEAD' })
  })

  it('a member’s word is answered by what was paid elsewhere as well', async () => {
    dataOf(await village.as('张大爷').dues.sayPaid({ month: '2026-11', day, way: 'transfer' }))
    dataOf(await chen().recordElsewhere({ memberId: idOf('张大爷'), months: ['2026-11'], proof: '流动党员活动证 0815' }))
    expect(dataOf(await wang().countMonth({ month: '2026-11' }))).toMatchObject({ paid: 1, notes: 0 })
    expect(dataOf(await village.as('张大爷').dues.getMine({})).notes).toEqual([])
  })

  it('a gift is refused plainly where the sum would be no amount any more', async () => {
    const checklist = { isWilling: true, profileIsReady: true, goesUpWhole: true } as const
    expect(await pay('张大爷', ['2026-11'], 50, { giftFen: 99_999_999_999, checklist })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await pay('张大爷', ['2026-11'], 50, { giftFen: 9_999_999_999, checklist })).toMatchObject({
      data: { totalFen: 10_000_000_049 },
    })
  })

  it('a day for which a lost phone held ticks is no day of the book once nobody believes it', async () => {
    dataOf(await chen().sayWaiting({ day, count: 2 }))
    expect(dataOf(await chen().listDays({})).rows).toMatchObject([{ waiting: [{ name: '陈芳', count: 2 }] }])
    await onto('2026-12-03')
    expect(dataOf(await chen().listDays({})).rows).toEqual([])
  })

  it('the committee reads who it decides about, also when they have left since', async () => {
    dataOf(await hardship('赵大娘'))
    const { version } = dataOf(await village.as('老王').members.get({ memberId: idOf('赵大娘') }))
    dataOf(await village.as('老王').members.remove({ memberId: idOf('赵大娘'), version, reason: 'moved' }))
    expect(dataOf(await fang().listHardships({})).rows).toMatchObject([{ name: '赵玉珍' }])
  })

  it('a branch that was moved while the dues were off asks the committee above it now, and sends its money there', async () => {
    const admin = village.as('沈文')
    dataOf(await hardship('赵大娘'))
    const { lineId } = await handedIn()
    const parentId = dataOf(await admin.organisation.createUnit({ level: 'committee', parentId: countyId, name: '柳河镇党委' })).unitId
    const turn = async (isOn: boolean) =>
      dataOf(await admin.systems.turn({ system: 'dues', isOn, since: day, document: '青组发〔2026〕3号' }))
    await turn(false)
    dataOf(await admin.organisation.moveUnit({ unitId: village.branchId, parentId }))
    await turn(true)
    dataOf(await hardship('赵大娘'))
    dataOf(await wang().reverseLine({ lineId, purpose: '支部划到柳河镇了' }))
    dataOf(await wang().handIn({ through: day, sumFen: 50, on: day, carrier: '陈芳', way: 'cash' }))
    const { personId } = dataOf(await admin.roles.grant({ unitId: parentId, role: 'townOfficer', to: { name: '柳河镇的' } }))
    const { api } = village.newcomer()
    dataOf(await api.claims.bind({ code: dataOf(await admin.claims.issue({ personId })).code }))
    expect(dataOf(await api.dues.listHardships({})).rows).toHaveLength(1)
    expect(dataOf(await api.dues.listHandIns({})).rows).toMatchObject([{ fen: 50, state: 'sent' }])
    expect(dataOf(await fang().listHandIns({})).rows).toEqual([])
  })

  it('what was paid elsewhere and is taken back a year later stays in the year it was of', async () => {
    const { entryId } = dataOf(
      await chen().recordElsewhere({ memberId: idOf('张大爷'), months: ['2026-11'], proof: '流动党员活动证 0815' }),
    )
    await onto('2027-01-03')
    dataOf(await chen().reverse({ entryId, reason: 'wrongMonth' }))
    const entriesOf = async (year: string) => dataOf(await chen().listEntries({ year })).rows.map((entry) => [entry.kind, entry.year])
    expect(await entriesOf('2026')).toEqual([
      ['elsewhere', '2026'],
      ['elsewhereReversal', '2026'],
    ])
    expect(await entriesOf('2027')).toEqual([])
  })

  it('more days than one transaction holds go up a month of them at a time', async () => {
    const months = ['2026-09', '2026-10']
    const days = months.flatMap((month) => Array.from({ length: 20 }, (_, index) => `${month}-${String(10 + index)}`))
    for (const [index, on] of days.entries()) {
      const giftFen = index + 1
      dataOf(await pay('张大爷', [], 0, { giftFen, day: on }))
      dataOf(await chen().countDay({ day: on, count: 1, sumFen: giftFen }))
      dataOf(await village.as('刘桂兰').dues.checkDay({ day: on, count: 1, sumFen: giftFen }))
    }
    const send = (sumFen: number) => wang().handIn({ through: day, sumFen, on: day, carrier: '陈芳', way: 'cash' })
    expect(await send(820)).toMatchObject({ code: 'SUM_CHANGED' })
    const { lineId } = dataOf(await send(496))
    dataOf(await send(324))
    dataOf(await wang().reverseLine({ lineId, purpose: '送错了' }))
    expect(dataOf(await wang().listLines({ year: '2026' }))).toMatchObject({ inHandFen: 496, readyFen: 496, usableFen: 0 })
  })

  it('a secretary who is a member elsewhere reads the sheet of the branch they keep', async () => {
    const to = { personId: village.person('范玉梅').personId }
    dataOf(await village.as('沈文').roles.handOver({ unitId: village.branchId, to, claimsToo: false }))
    const keeper = await village.claimAnew('范玉梅')
    expect(dataOf(await keeper.dues.getYearSheet({ year: '2026' }))).toMatchObject({ branchName: '示范村支部' })
  })

  async function handedIn(): Promise<{ readonly lineId: string }> {
    dataOf(await pay('张大爷', ['2026-11'], 50))
    dataOf(await chen().countDay({ day, count: 1, sumFen: 50 }))
    dataOf(await village.as('刘桂兰').dues.checkDay({ day, count: 1, sumFen: 50 }))
    return dataOf(await wang().handIn({ through: day, sumFen: 50, on: day, carrier: '陈芳', way: 'cash' }))
  }

  /** Later, by steps short enough that 陈芳 stays known on her phone. */
  async function onto(later: string): Promise<void> {
    const goal = instantOf(later, '08:00')
    while (village.clock.now() < goal) {
      village.clock.forward(Math.min(11 * hourMs, goal - village.clock.now()))
      dataOf(await chen().getBook({}))
    }
  }
})
