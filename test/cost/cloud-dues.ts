/** Rounds of a branch's dues in the cloud: each lays one more of everything that a list of them may show. */
import { keepDues } from '../dues/keeping'
import { type Api, dataOf } from '../village/village'

export interface DuesHands {
  readonly secretary: Api
  /** says that they paid */
  readonly member: Api
  /** the second pair of eyes */
  readonly checker: Api
  readonly memberIdOf: (name: string) => string
}

interface Round {
  /** handed up */
  readonly day: string
  /** counted, and not checked */
  readonly later: string
  readonly month: string
  readonly farmer: string
  readonly other: string
}

const rounds: readonly Round[] = [
  { day: '2026-11-12', later: '2026-11-22', month: '2026-10', farmer: '马建华', other: '朱文' },
  { day: '2026-11-13', later: '2026-11-23', month: '2026-09', farmer: '郑海', other: '刘洋' },
  { day: '2026-11-14', later: '2026-11-24', month: '2026-08', farmer: '王秀英', other: '黄丽' },
  { day: '2026-11-15', later: '2026-11-25', month: '2026-07', farmer: '何国庆', other: '高梅' },
]

/** The first of them, or the others: a day that went up, one that waits to be checked, and what members and branch have asked for. */
export async function layDues(hands: DuesHands, which: 'first' | 'others'): Promise<void> {
  for (const round of which === 'first' ? rounds.slice(0, 1) : rounds.slice(1)) await layRound(hands, round)
}

/** A secretary who is the whole branch, and pays to themselves. */
export async function layOwnDues(secretary: Api, { name, memberId }: { readonly name: string; readonly memberId: string }): Promise<void> {
  await keepDues({ secretary, rows: [{ name, memberId }] })
  const [day, payer] = ['2026-11-25', { kind: 'self' }] as const
  dataOf(await secretary.dues.recordPayment({ memberId, months: ['2026-11'], dueFen: 50, day, way: 'cash', payer }))
}

async function layRound({ secretary: { dues }, member, checker, memberIdOf }: DuesHands, { day, later, month, farmer, other }: Round) {
  const [farmerId, otherId] = [memberIdOf(farmer), memberIdOf(other)]
  const payer = { kind: 'self' } as const
  const collect = async (memberId: string, on: string) => {
    dataOf(await dues.recordPayment({ memberId, months: [month], dueFen: 50, day: on, way: 'cash', payer }))
    dataOf(await dues.countDay({ day: on, count: 1, sumFen: 50 }))
  }
  await collect(farmerId, day)
  dataOf(await checker.dues.checkDay({ day, count: 1, sumFen: 50 }))
  dataOf(await dues.handIn({ through: day, sumFen: 50, on: day, carrier: '陈芳', way: 'cash' }))
  dataOf(await dues.recordLine({ kind: 'givenBack', fen: 100, on: day, purpose: '镇里返还' }))
  await collect(otherId, later)
  dataOf(await dues.requestHardship({ memberId: otherId, from: '2026-12', to: '2026-12', monthlyFen: 0, metOn: day }))
  dataOf(await dues.enterOpening({ memberId: farmerId, paidThrough: '2026-01', book: '第一册', page: '12', paidBy: '本人' }))
  dataOf(await member.dues.sayPaid({ month, day, way: 'transfer' }))
}
