/** What members say about the day beside being there, and the guests of the day. */
import { accept, refuse } from '#shared/kernel/contract'
import { sayClock } from '#shared/kernel/day'
import type { themeday } from '#shared/themeday/contract'
import { decideByHand, decideLateCheckIn, decideLeave, decideOpinion } from '#shared/themeday/counting'
import type { LateArrival } from '#shared/themeday/entry-model'
import { guestId, replyId } from '#shared/themeday/ids'
import type { ThemeDay } from '#shared/themeday/model'
import type { FeatureHandlers } from '../runtime/handlers'
import { entryOf, findHeld, findOwnDay, type ThemeDayTools } from './tools'

type ReplyHandlers = Pick<FeatureHandlers<typeof themeday>, 'askLeave' | 'withdrawLeave' | 'giveOpinion' | 'lateCheckIn' | 'addGuest'>

export function replyHandlers({ themeDays }: ThemeDayTools): ReplyHandlers {
  return {
    askLeave: async ({ actor, scope, input: { themeDayId, note }, made, now, transact }) => {
      const { memberId, groupId } = actor
      const themeDay = await findOwnDay(themeDays, actor, themeDayId)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      const { attendance } = await themeDays.standing(scope, themeDayId, memberId)
      const _id = replyId(themeDayId, memberId, 'leave')
      const words = note === undefined ? {} : { note }
      const leave = { ...entryOf(themeDay, { _id: memberId, groupId }, made), _id, kind: 'leave' as const, at: now, ...words }
      return transact(async (tx) => {
        // Held: closing erases what was written to the secretary, so that nothing may be written behind it.
        const decision = decideLeave((await themeDays.holdThemeDay(tx, themeDayId)) ?? themeDay, now)
        if (!decision.ok) return decision
        if (attendance !== undefined) return refuse('ALREADY_CHECKED_IN', { at: sayClock(attendance.at) })
        await themeDays.putReply(tx, leave)
        return accept({ at: now })
      })
    },

    withdrawLeave: async ({ actor, input: { themeDayId }, now, transact }) => {
      const { memberId } = actor
      const isAhead = (day: ThemeDay) => decideLeave({ ...day, stage: 'published' }, now).ok
      const themeDay = await findOwnDay(themeDays, actor, themeDayId, isAhead)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      if (!isAhead(themeDay)) return refuse('STARTED')
      return transact(async (tx) => {
        const leave = await themeDays.getReply(tx, themeDayId, memberId, 'leave')
        if (leave?.kind !== 'leave') return refuse('NOT_FOUND')
        const { note: _, ...rest } = leave
        await themeDays.putReply(tx, { ...rest, isWithdrawn: true })
        return accept({ at: now })
      })
    },

    giveOpinion: async ({ actor, input: { themeDayId, words }, made, now, transact }) => {
      const { memberId, groupId } = actor
      const themeDay = await findOwnDay(themeDays, actor, themeDayId)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      const _id = replyId(themeDayId, memberId, 'opinion')
      const opinion = { ...entryOf(themeDay, { _id: memberId, groupId }, made), _id, kind: 'opinion' as const, at: now, words }
      return transact(async (tx) => {
        const decision = decideOpinion((await themeDays.holdThemeDay(tx, themeDayId)) ?? themeDay)
        if (!decision.ok) return decision
        await themeDays.putReply(tx, opinion)
        return accept({ at: now })
      })
    },

    lateCheckIn: async ({ actor, scope, input: { themeDayId, why }, made, now, insertOwn }) => {
      const { memberId, groupId } = actor
      const themeDay = await findOwnDay(themeDays, actor, themeDayId, (day) => decideLateCheckIn(day, now).ok)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      const decision = decideLateCheckIn(themeDay, now)
      if (!decision.ok) return decision
      const { attendance } = await themeDays.standing(scope, themeDayId, memberId)
      if (attendance !== undefined) return refuse('ALREADY_CHECKED_IN', { at: sayClock(attendance.at) })
      const entry = entryOf(themeDay, { _id: memberId, groupId }, made)
      const late: LateArrival = { ...entry, at: decision.data.at, isClockSure: true, why, state: 'waiting' }
      // A tap that came late already waits for the same nod.
      return insertOwn(themeDays.lateArrival(late), waitingOf, (other) =>
        other.state === 'sentBack' ? refuse('SENT_BACK') : accept(waitingOf(other)),
      )
    },

    addGuest: async ({ scope, input: { themeDayId, name, from }, made, now, insertOwn }) => {
      const themeDay = await findHeld(themeDays, scope, themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const decision = decideByHand(themeDay, now)
      if (!decision.ok) return decision
      const { branchId } = themeDay
      const guest = {
        _id: guestId(themeDayId, made.requestId),
        v: 1 as const,
        made,
        themeDayId,
        branchId,
        kind: 'guest' as const,
        at: now,
        name,
        from,
      }
      return insertOwn(
        themeDays.entry(guest),
        () => ({ name }),
        // Somebody else's request of the same name: this guest is not written down.
        () => refuse('REQUEST_REUSED'),
      )
    },
  }
}

const waitingOf = ({ at }: LateArrival) => ({ state: 'waiting' as const, at })
