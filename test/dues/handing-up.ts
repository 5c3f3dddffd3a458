/** Money of a branch on its way up, by the actions people use: taken in, counted, checked by another, and handed in. */
import { type Api, dataOf } from '../village/village'

interface Hands {
  /** the branch's secretary, who collects and counts */
  readonly secretary: Api
  /** who pays, as a farmer */
  readonly payerId: string
  /** who is the second pair of eyes, on a phone of their own */
  readonly checker: { readonly memberId: string; readonly api: Api }
  readonly day: string
}

/** One of each: a receipt, a line that went up, and a request to pay less. */
export interface HandedUp {
  readonly entryId: string
  readonly lineId: string
  readonly hardshipId: string
}

export async function handUpDues({ secretary, payerId: memberId, checker, day }: Hands): Promise<HandedUp> {
  const { dues } = secretary
  const month = day.slice(0, 'YYYY-MM'.length)
  dataOf(await dues.start({ startMonth: month, farmerFen: 50 }))
  dataOf(await dues.nameCheckers({ memberIds: [checker.memberId] }))
  dataOf(await dues.approve({ memberId, from: month, kind: 'farmer', monthlyFen: 50 }))
  const { hardshipId } = dataOf(await dues.requestHardship({ memberId, from: month, to: month, monthlyFen: 0, metOn: day }))
  const payer = { kind: 'self' } as const
  const { entryId } = dataOf(await dues.recordPayment({ memberId, months: [month], dueFen: 50, day, way: 'cash', payer }))
  const seen = { day, count: 1, sumFen: 50 }
  dataOf(await dues.countDay(seen))
  dataOf(await checker.api.dues.checkDay(seen))
  const { lineId } = dataOf(await dues.handIn({ through: day, sumFen: 50, on: day, carrier: '送的人', way: 'cash' }))
  return { entryId, lineId, hardshipId }
}
