/** Names ticked on this phone, with a signal or without: an organiser's own items in the outbox, one a name. */
import { useEffect } from 'react'
import { moment } from '../../kernel/clock'
import type { OutboxItem } from '../../kernel/outbox-item'
import { useSession } from '../../kernel/session'
import { outbox, useOutbox } from '../../kernel/use-outbox'
import type { RollRow, ThemeDay } from './roll'

const action = 'themeday.rollCall'

export interface Ticks {
  /** What has become of the ticks that are not on the roll yet, by member. */
  readonly items: ReadonlyMap<string, OutboxItem>
  /** Written down first, then sent. */
  readonly tick: (row: RollRow) => void
  /** What was refused has been read. */
  readonly drop: (row: RollRow) => void
}

/** `onArrived` hears the name of each that the server has taken: the roll has to be read again. */
export function useTicks(themeDay: ThemeDay, way: 'rollCall' | 'door', onArrived: (name: string) => void): Ticks {
  const { person } = useSession()
  const { themeDayId } = themeDay
  const all = useOutbox().filter((item) => item.action === action && item.input.themeDayId === themeDayId)
  const arrived = all.filter(({ state }) => state === 'sent')
  useEffect(() => {
    for (const { requestId, title } of arrived) {
      // Said once and let go of: what is taken back later can be ticked again.
      outbox.dismiss(requestId)
      onArrived(title)
    }
  })
  const tick = ({ memberId, name }: RollRow) => {
    if (person === undefined) return
    const tapped = moment()
    outbox.put(
      {
        action,
        input: { themeDayId, memberIds: [memberId], way, tapped },
        person: { personId: person.personId, name: person.name },
        subject: subjectOf(themeDayId, memberId),
        title: name,
      },
      tapped,
    )
  }
  const open = all.filter(({ state }) => state !== 'sent')
  const items = new Map(open.map((item) => [item.subject.slice(themeDayId.length + 1), item]))
  const drop = ({ memberId }: RollRow) => outbox.dismiss(items.get(memberId)?.requestId ?? '')
  return { items, tick, drop }
}

function subjectOf(themeDayId: string, memberId: string): string {
  return `${themeDayId} ${memberId}`
}
