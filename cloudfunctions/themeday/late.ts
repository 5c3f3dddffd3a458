/** Check-ins that arrived after the day, or are asked for after it: the organiser approves them or sends them back. */
import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import type { themeday } from '#shared/themeday/contract'
import { decideSendBack } from '#shared/themeday/counting'
import type { LateArrival } from '#shared/themeday/entry-model'
import { attendanceId, monthOfThemeDay } from '#shared/themeday/ids'
import type { MemberStore } from '../members/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { enter, type Saying } from './entering'
import type { ThemeDayStore } from './store'

interface Stores {
  readonly themeDays: ThemeDayStore
  readonly members: MemberStore
}

type LateHandlers = Pick<FeatureHandlers<typeof themeday>, 'approveLate' | 'sendBackLate' | 'listLate' | 'getLate'>

export function lateHandlers({ themeDays, members }: Stores): LateHandlers {
  return {
    approveLate: async ({ scope, input, made, now, transact }) => {
      if ((await themeDays.findLate(scope, input.themeDayId, input.memberId)) === undefined) return refuse('NOT_FOUND')
      const id = attendanceId(input.themeDayId, input.memberId)
      return transact(async (tx) => {
        const late = await themeDays.getLate(tx, id)
        if (late === undefined) return refuse('NOT_FOUND')
        if (late.state === 'approved') return accept({ state: 'approved' })
        const { reason: _, ...rest } = late
        await themeDays.putLate(tx, { ...rest, state: 'approved' })
        // Called by name meanwhile: one person counts once, and that record stands.
        await enter(themeDays, tx, attendanceFrom(late, made), { now })
        return accept({ state: 'approved' })
      })
    },

    sendBackLate: async ({ scope, input, transact }) => {
      const { themeDayId, memberId, reason } = input
      if ((await themeDays.findLate(scope, themeDayId, memberId)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const late = await themeDays.getLate(tx, attendanceId(themeDayId, memberId))
        if (late === undefined) return refuse('NOT_FOUND')
        const decision = decideSendBack(late)
        if (!decision.ok) return decision
        await themeDays.putLate(tx, { ...late, state: 'sentBack', reason })
        return accept({ state: 'sentBack' })
      })
    },

    listLate: async ({ scope, input }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await themeDays.listWaiting(scope, branchId, input)
      const memberIds = page.rows.map(({ memberId }) => memberId)
      const who = await members.findMembers(scope, memberIds)
      // Whoever has left the roster meanwhile was there all the same.
      const unknown = memberIds.filter((memberId) => !who.has(memberId))
      const former = new Map((await members.findFormer(scope, unknown)).map((one) => [one._id, one]))
      const rows = page.rows.map(({ themeDayId, memberId, at, isClockSure, why }) => ({
        themeDayId,
        month: monthOfThemeDay(themeDayId),
        memberId,
        name: (who.get(memberId) ?? former.get(memberId))?.name ?? '',
        at,
        isClockSure,
        ...(why === undefined ? {} : { why }),
      }))
      return accept(answerPage(page, rows))
    },

    getLate: async ({ actor, scope, input }) => {
      const late = actor.memberId === undefined ? undefined : await themeDays.findLate(scope, input.themeDayId, actor.memberId)
      if (late === undefined) return refuse('NOT_FOUND')
      const { state, at, reason } = late
      return accept({ state, at, ...(reason === undefined ? {} : { reason }) })
    },
  }
}

/** The tap is the member's, the entry is the organiser's; whose hand it was for the member is not forgotten over it. */
function attendanceFrom({ _id, state, reason, isClockSure, why, ...entry }: LateArrival, approved: LateArrival['made']): Saying {
  const made = entry.made.onBehalfOf === undefined ? approved : entry.made
  return { ...entry, made, source: why === undefined ? 'lateArrival' : 'lateCheckIn' }
}
