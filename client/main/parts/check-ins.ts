/** Check-ins in this phone's outbox. */
import { useEffect } from 'react'
import { themeDayTitle } from '#shared/themeday/ids'
import { lateReasonWords } from '#shared/themeday/words'
import { type Answer, api } from '../../kernel/api'
import { moment } from '../../kernel/clock'
import type { OutboxItem, OutboxState } from '../../kernel/outbox-item'
import type { Person } from '../../kernel/session'
import { Unreachable } from '../../kernel/unreachable'
import { outbox, useOutbox } from '../../kernel/use-outbox'

type ThemeDay = Pick<Answer<'themeday', 'get'>, 'themeDayId' | 'month'>

export const outboxWords: Readonly<Record<OutboxState, string>> = {
  queued: '待上传',
  sent: '已上传',
  waiting: '等支书点头',
  refused: '没记上',
}

/** 我到了，签到: written down first, then sent. */
export function tapCheckIn(person: Person, { themeDayId, month }: ThemeDay, via: 'code' | 'home'): void {
  const tapped = moment()
  outbox.put(
    {
      action: 'themeday.checkIn',
      input: { themeDayId, via, tapped },
      person: { personId: person.personId, name: person.name },
      subject: themeDayId,
      title: themeDayTitle(month),
    },
    tapped,
  )
}

/** Known again on this phone: what was refused because they were not is sent once more. */
export function sendAgain(personId: string): void {
  const isTheirs = (item: OutboxItem) => item.person.personId === personId && item.code === 'SIGN_IN_FIRST'
  for (const { requestId } of outbox.items().filter(isTheirs)) outbox.retry(requestId)
}

/** What this person tapped for this theme day, and what has become of it. */
export function useCheckInItem(personId: string | undefined, themeDayId: string | undefined): OutboxItem | undefined {
  return useOutbox().find((item) => item.person.personId === personId && item.subject === themeDayId)
}

/** Asks what the organiser said about those that wait for a nod; each time the page opens. */
export function useVerdicts(personId: string): void {
  const waiting = useOutbox().filter(({ state, person }) => state === 'waiting' && person.personId === personId)
  const subjects = waiting.map(({ subject }) => subject).join(' ')
  useEffect(() => {
    const ask = async (item: OutboxItem) => {
      const reply = await api.themeday.getLate({ themeDayId: item.subject })
      if (!reply.ok || reply.data.state === 'waiting') return
      const { state, at, reason } = reply.data
      if (state === 'approved') outbox.settle(item.requestId, { state: 'sent', at })
      else outbox.settle(item.requestId, { state: 'refused', code: 'SENT_BACK', message: lateReasonWords[reason ?? 'unclear'] })
    }
    const askAll = async () => {
      for (const item of outbox.items().filter(({ subject }) => subjects.split(' ').includes(subject))) await ask(item)
    }
    // Without a signal it is asked the next time.
    askAll().catch((failure: unknown) => {
      if (!(failure instanceof Unreachable)) throw failure
    })
  }, [subjects])
}
