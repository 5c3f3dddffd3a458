/** What an organiser writes down about others without a signal: their own items in the outbox, one a name. */
import { useEffect } from 'react'
import { mainVenueId } from '#shared/themeday/ids'
import { moment } from '../../kernel/clock'
import type { OutboxItem } from '../../kernel/outbox-item'
import { type Person, useSession } from '../../kernel/session'
import { outbox, useOutbox } from '../../kernel/use-outbox'
import type { RollRow, ThemeDay } from './roll'

/** Both are about one name: it was called, or its tap was read off another phone. */
const aboutNames = ['themeday.rollCall', 'themeday.carry']
const aboutCards = ['themeday.scanCard']

export interface Ticks {
  /** What has become of the ticks that are not on the roll yet, by member. */
  readonly items: ReadonlyMap<string, OutboxItem>
  /** Written down first, then sent. */
  readonly tick: (row: RollRow) => void
  /** What was refused has been read. */
  readonly drop: (row: RollRow) => void
}

interface Where {
  readonly way: 'rollCall' | 'door'
  readonly venueId: string
}

/** `onArrived` hears the name of each that the server has taken: the roll has to be read again. */
export function useTicks(themeDay: ThemeDay, { way, venueId }: Where, onArrived: (name: string) => void): Ticks {
  const { person } = useSession()
  const { themeDayId } = themeDay
  const open = useItems(themeDay, aboutNames, onArrived)
  const tick = ({ memberId, name }: RollRow) => {
    const tapped = moment()
    const input = { themeDayId, memberIds: [memberId], way, tapped, ...venueOf(venueId) }
    if (person !== undefined)
      keepForLater(person, { action: 'themeday.rollCall', input, subject: `${themeDayId} ${memberId}`, title: name })
  }
  const items = new Map(open.map((item) => [item.subject.slice(themeDayId.length + 1), item]))
  const drop = ({ memberId }: RollRow) => outbox.dismiss(items.get(memberId)?.requestId ?? '')
  return { items, tick, drop }
}

/** Cards that were scanned without a signal: whose they are, only the server can tell. */
export function useCardsWaiting(themeDay: ThemeDay, onArrived: (title: string) => void): readonly OutboxItem[] {
  return useItems(themeDay, aboutCards, onArrived)
}

/** Those of this theme day that are not done with; what has arrived is said once and let go of, so that it can be written down again. */
function useItems({ themeDayId }: ThemeDay, actions: readonly string[], onArrived: (title: string) => void): readonly OutboxItem[] {
  const all = useOutbox().filter((item) => actions.includes(item.action) && item.input.themeDayId === themeDayId)
  const arrived = all.filter(({ state }) => state === 'sent')
  useEffect(() => {
    for (const { requestId, title } of arrived) {
      outbox.dismiss(requestId)
      onArrived(title)
    }
  })
  return all.filter(({ state }) => state !== 'sent')
}

type Kept = Pick<OutboxItem, 'action' | 'input' | 'subject' | 'title'>

export function keepForLater({ personId, name }: Person, kept: Kept): void {
  outbox.put({ ...kept, person: { personId, name } }, moment())
}

/** The plan's own place needs no word. */
export function venueOf(venueId: string): { readonly venueId?: string } {
  return venueId === mainVenueId ? {} : { venueId }
}
