import { newVillage, type Village } from '../village/village'

describe('a day that is in no calendar', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage()
  })
  afterAll(() => village.close())

  const wang = () => village.as('老王').dues
  const memberId = () => village.person('张大爷').memberId
  const asks = {
    recordPayment: (on: string) =>
      wang().recordPayment({ memberId: memberId(), months: ['2026-09'], dueFen: 50, day: on, way: 'cash', payer: { kind: 'self' } }),
    sayPaid: (on: string) => village.as('张大爷').dues.sayPaid({ month: '2026-09', day: on, way: 'cash' }),
    sayWaiting: (on: string) => wang().sayWaiting({ day: on, count: 1 }),
    handIn: (on: string) => wang().handIn({ through: '2026-10-01', sumFen: 50, on, carrier: '陈芳', way: 'cash' }),
    recordLine: (on: string) => wang().recordLine({ kind: 'givenBack', fen: 50, on, purpose: '镇里返还' }),
    requestHardship: (on: string) =>
      wang().requestHardship({ memberId: memberId(), from: '2026-12', to: '2026-12', monthlyFen: 0, metOn: on }),
  }

  it.each(Object.entries(asks))('is none for dues.%s', async (_, ask) => {
    expect(await ask('2026-09-31')).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await ask('2026-09-30')).toMatchObject({ code: 'NOT_STARTED' })
  })
})
