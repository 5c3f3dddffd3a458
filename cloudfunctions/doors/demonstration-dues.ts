/** The demonstration's dues: two months behind the village, and this one half collected. By the same actions as a real branch's. */
import { dayOf, monthOf, shiftMonth } from '#shared/kernel/day'
import { amountOf, called, farmersPay, scanned } from '../demo/rosters'

type Ask = (action: string, input: unknown) => Promise<unknown>

interface Payer {
  readonly memberId: unknown
  readonly name: string
}

export interface DuesGround {
  readonly secretary: Ask
  /** who checks what the secretary counted */
  readonly checker: { readonly ask: Ask; readonly memberId: unknown }
  readonly people: readonly Payer[]
  readonly now: number
}

export async function layDues({ secretary, checker, people, now }: DuesGround): Promise<void> {
  const month = monthOf(now)
  const [start, before] = [shiftMonth(month, -2), shiftMonth(month, -1)]
  await secretary('dues.start', { startMonth: start, farmerFen: farmersPay })
  await secretary('dues.setHowToPay', { howToPay: '主题党日那天在村委会二楼交，现金、转账都行；平时交给小组长' })
  await secretary('dues.nameCheckers', { memberIds: [checker.memberId] })
  // Around new year the two months behind are of the year before, and each year has its own approval.
  const firsts = start.slice(0, 4) === month.slice(0, 4) ? [start] : [start, `${month.slice(0, 4)}-01`]
  for (const { memberId, name } of people) {
    for (const from of firsts) await secretary('dues.approve', { memberId, from, ...amountOf(name) })
  }
  const day = `${before}-25`
  for (const person of people) await pay(secretary, person, { months: [start, before], day })
  const sumFen = people.reduce((sum, { name }) => sum + 2 * amountOf(name).monthlyFen, 0)
  const seen = { day, count: people.length, sumFen }
  await secretary('dues.countDay', seen)
  await checker.ask('dues.checkDay', seen)
  const today = { months: [month], day: dayOf(now) }
  for (const person of people.filter(({ name }) => [...scanned, ...called].includes(name))) await pay(secretary, person, today)
}

async function pay(
  secretary: Ask,
  { memberId, name }: Payer,
  { months, day }: { readonly months: readonly string[]; readonly day: string },
) {
  const dueFen = months.length * amountOf(name).monthlyFen
  await secretary('dues.recordPayment', { memberId, months, dueFen, day, way: 'cash', payer: { kind: 'self' } })
}
