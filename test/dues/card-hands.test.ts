/** A day is closed by two pairs of hands, also where the second is a card. */
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

describe('a day of dues checked by a card', () => {
  let village: Village
  const seen = { day: themeDayPlan.day, count: 1, sumFen: 50 }
  const idOf = (name: string) => village.person(name).memberId
  /** The code as somebody may come by it: printing it, or having it scanned from the card itself. */
  const cardPrintedBy = async (who: string) =>
    dataOf(await village.as(who).members.printCards({ memberIds: [idOf('刘桂兰')] })).rows[0]?.code ?? ''
  const checkBy = (who: string, code: string) => village.as(who).dues.checkDayByCard({ ...seen, code })

  beforeEach(async () => {
    village = await newVillage()
    const { dues } = village.as('老王')
    dataOf(
      await village
        .as('老王')
        .roles.grant({ unitId: village.branchId, role: 'organisationOfficer', to: { personId: village.person('李强').personId } }),
    )
    dataOf(await dues.start({ startMonth: '2026-11', farmerFen: 50 }))
    dataOf(await dues.nameCheckers({ memberIds: [idOf('刘桂兰')] }))
    dataOf(await dues.approve({ memberId: idOf('张大爷'), from: '2026-11', kind: 'farmer', monthlyFen: 50 }))
    const payment = { memberId: idOf('张大爷'), months: ['2026-11'], dueFen: 50, day: seen.day }
    dataOf(await dues.recordPayment({ ...payment, way: 'cash', payer: { kind: 'self' } }))
    dataOf(await dues.countDay(seen))
  })
  afterEach(() => village.close())

  it('is not closed by who collected and printed the card, however the card was printed', async () => {
    expect(await checkBy('老王', await cardPrintedBy('老王'))).toMatchObject({ code: 'OWN_PRINT' })
    // Printed by another first, and shown to the collector when printed again.
    expect(await checkBy('老王', await cardPrintedBy('李强'))).toMatchObject({ code: 'OWN_PRINT' })
    const { code } = dataOf(await village.as('老王').members.replaceCard({ memberId: idOf('刘桂兰') }))
    expect(await checkBy('老王', code)).toMatchObject({ code: 'OWN_PRINT' })
  })

  it('is closed by the card that another officer printed, and by who has handled nothing', async () => {
    expect(await checkBy('老王', await cardPrintedBy('李强'))).toMatchObject({ ok: true, data: { stage: 'closed', by: '刘桂兰' } })
  })

  it('is closed by a group leader who scans the card that the collector printed', async () => {
    expect(await checkBy('徐大勇', await cardPrintedBy('老王'))).toMatchObject({ ok: true, data: { stage: 'closed', by: '刘桂兰' } })
  })
})
