/** 收到, tapped with or without a signal: the collector's own items in the outbox, one a member and month. */
import type { AppContracts } from '#shared/contracts'
import type { InputOf } from '#shared/kernel/contract'
import { type DayKey, dayOf, type MonthKey, sayMonth } from '#shared/kernel/day'
import { moment } from '../../kernel/clock'
import type { OutboxItem } from '../../kernel/outbox-item'
import type { Person } from '../../kernel/session'
import { outbox, useOutbox } from '../../kernel/use-outbox'
import type { MonthRow } from './collecting'

const action = 'dues.recordPayment'

/** A tick as it lies on the phone: its place is the member and the month, and it is money of a day. */
export interface Tick {
  readonly item: OutboxItem
  readonly memberId: string
  readonly month: MonthKey
  readonly day: DayKey
  readonly fen: number
}

/** Every tick of this phone that is not done with, oldest first, whoever tapped it. */
export function useTicks(): readonly Tick[] {
  return useOutbox().flatMap(tickOf)
}

/** Asked of the outbox itself, when a page has just had it send everything. */
export function ticksNow(): readonly Tick[] {
  return outbox.items().flatMap(tickOf)
}

/** Written down first, then sent: the month's amount, in cash, from the member, today. */
export function putTick({ personId, name }: Person, { memberId, name: whose, assessedFen = 0 }: MonthRow, month: MonthKey): void {
  const tapped = moment()
  const input: InputOf<AppContracts['dues']['recordPayment']> = {
    memberId,
    months: [month],
    dueFen: assessedFen,
    day: dayOf(tapped.at),
    way: 'cash',
    payer: { kind: 'self' },
    tickedAt: tapped.at,
  }
  const title = `${whose}${sayMonth(month)}的`
  outbox.put({ action, input: { ...input }, person: { personId, name }, subject: `${memberId} ${month}`, title }, tapped)
}

/** What an earlier version wrote down may look different: it is sent all the same, but no row can show it. */
function tickOf(item: OutboxItem): readonly Tick[] {
  const { day, dueFen } = item.input
  const [memberId = '', month = ''] = item.subject.split(' ')
  if (item.action !== action || typeof day !== 'string' || typeof dueFen !== 'number') return []
  return [{ item, memberId, month, day, fen: dueFen }]
}
