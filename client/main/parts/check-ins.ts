/** Check-ins in this phone's outbox: those tapped on the day, and those asked for afterwards. */
import { useEffect } from 'react'
import type { AppContracts } from '#shared/contracts'
import type { InputOf } from '#shared/kernel/contract'
import { type LateCheckInReason, themeDayTitle } from '#shared/themeday/ids'
import { lateReasonWords } from '#shared/themeday/words'
import { type Answer, api } from '../../kernel/api'
import { moment } from '../../kernel/clock'
import type { Draft, OutboxItem, OutboxState } from '../../kernel/outbox-item'
import type { Person } from '../../kernel/session'
import { Unreachable } from '../../kernel/unreachable'
import { outbox, useOutbox } from '../../kernel/use-outbox'

type ThemeDay = Pick<Answer<'themeday', 'get'>, 'themeDayId' | 'month' | 'code'>

/** What a check-in says beside who, which day and when; `tapped` where another moment counts than that of the tap. */
export type How = Pick<InputOf<AppContracts['themeday']['checkIn']>, 'via' | 'proof' | 'venueId' | 'tapped'>

export const outboxWords: Readonly<Record<OutboxState, string>> = {
  queued: '待上传',
  sent: '已上传',
  waiting: '等支书点头',
  refused: '没记上',
}

const onTheDay = 'themeday.checkIn'
const afterwards = 'themeday.lateCheckIn'

/** The outbox holds other things as well, which are no arrival. */
export const isCheckIn = ({ action }: OutboxItem) => action === onTheDay || action === afterwards

export const isAskedAfterwards = ({ action }: OutboxItem) => action === afterwards

export function useCheckIns(): readonly OutboxItem[] {
  return useOutbox().filter(isCheckIn)
}

function draftOf(person: Person, { themeDayId, month }: ThemeDay): Omit<Draft, 'action' | 'input'> {
  return {
    person: { personId: person.personId, name: person.name },
    subject: themeDayId,
    title: themeDayTitle(month),
  }
}

/** 我到了，签到: written down first, then sent. */
export function tapCheckIn(person: Person, themeDay: ThemeDay, how: How): void {
  const tapped = moment()
  const { memberId } = person
  const carry = memberId === undefined ? {} : { carry: { memberId, wallCode: themeDay.code } }
  const input = { themeDayId: themeDay.themeDayId, tapped, ...how }
  outbox.put({ ...draftOf(person, themeDay), ...carry, action: onTheDay, input }, tapped)
}

/** 补签: what was tapped on the day and refused is done with. */
export function tapLateCheckIn(person: Person, themeDay: ThemeDay, why: LateCheckInReason): void {
  const isOld = (item: OutboxItem) => item.person.personId === person.personId && item.subject === themeDay.themeDayId && isCheckIn(item)
  for (const { requestId } of outbox.items().filter(isOld)) outbox.dismiss(requestId)
  outbox.put({ ...draftOf(person, themeDay), action: afterwards, input: { themeDayId: themeDay.themeDayId, why } }, moment())
}

/** Known again on this phone: what was refused because they were not is sent once more. */
export function sendAgain(personId: string): void {
  const isTheirs = (item: OutboxItem) => item.person.personId === personId && item.code === 'SIGN_IN_FIRST'
  for (const { requestId } of outbox.items().filter(isTheirs)) outbox.retry(requestId)
}

/** What this person tapped for this theme day, and what has become of it. */
export function useCheckInItem(personId: string | undefined, themeDayId: string | undefined): OutboxItem | undefined {
  return useCheckIns().find((item) => item.person.personId === personId && item.subject === themeDayId)
}

/** Asks what the organiser said about those that wait for a nod; each time the page opens. */
export function useVerdicts(personId: string): void {
  const waiting = useCheckIns().filter(({ state, person }) => state === 'waiting' && person.personId === personId)
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
