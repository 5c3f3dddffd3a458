/** What members were told about a theme day, and whether they said that they know. */
import { themeDayTitle } from '#shared/themeday/ids'
import { noticeWords } from '#shared/themeday/words'
import { moment } from '../../kernel/clock'
import type { Person } from '../../kernel/session'
import { outbox, useOutbox } from '../../kernel/use-outbox'
import type { ThemeDay } from './held'

const action = 'themeday.acknowledge'

type Notice = NonNullable<ThemeDay['notice']>
export type Told = ThemeDay & { readonly notice: Notice }

/** What is only planned was told to nobody. */
export function isTold(themeDay: ThemeDay): themeDay is Told {
  return themeDay.stage !== 'draft' && themeDay.notice !== undefined
}

/** `11月主题党日有改动` */
export function sayNotice({ month, notice }: Told): string {
  return `${themeDayTitle(month)}${noticeWords[notice.kind]}`
}

const subjectOf = ({ themeDayId, notice }: Told) => `${themeDayId}#${notice.number}`

/** 我知道了: written down first, then sent, so that it can be said without a signal. */
export function acknowledge(person: Person, told: Told): void {
  const { themeDayId, notice } = told
  outbox.put(
    {
      action,
      input: { themeDayId, number: notice.number },
      person: { personId: person.personId, name: person.name },
      subject: subjectOf(told),
      title: sayNotice(told),
    },
    moment(),
  )
}

/** Whether something is still to be read: not said to be known, here or there, and not yet past. */
export function useIsUnread(person: Person, now: number): (told: Told) => boolean {
  const items = useOutbox().filter((item) => item.action === action && item.person.personId === person.personId)
  const isSaid = (told: Told) => items.some(({ subject, state }) => subject === subjectOf(told) && state !== 'refused')
  // Only who is on the roster is asked.
  return (told) => person.memberId !== undefined && !told.notice.isSeen && now < told.endsAt && !isSaid(told)
}
