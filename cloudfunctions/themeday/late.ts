/** Check-ins that arrived after the day: the organiser approves them or sends them back. */
import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import type { themeday } from '#shared/themeday/contract'
import { attendanceId, monthOfThemeDay } from '#shared/themeday/ids'
import type { LateArrival } from '#shared/themeday/model'
import { decideSendBack } from '#shared/themeday/rules'
import type { MemberStore } from '../members/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import type { ThemeDayStore } from './store'

interface Stores {
  readonly themeDays: ThemeDayStore
  readonly members: MemberStore
}

type LateHandlers = Pick<FeatureHandlers<typeof themeday>, 'approveLate' | 'sendBackLate' | 'listLate' | 'getLate'>

export function lateHandlers({ themeDays, members }: Stores): LateHandlers {
  return {
    approveLate: async ({ scope, input, made, transact }) => {
      if ((await themeDays.findLate(scope, input.themeDayId, input.memberId)) === undefined) return refuse('NOT_FOUND')
      const id = attendanceId(input.themeDayId, input.memberId)
      return transact(async (tx) => {
        const late = await themeDays.getLate(tx, id)
        if (late === undefined) return refuse('NOT_FOUND')
        if (late.state === 'approved') return accept({ state: 'approved' })
        const { reason: _, ...rest } = late
        await themeDays.putLate(tx, { ...rest, state: 'approved' })
        // Called by name meanwhile: one person counts once, and that record stands.
        if ((await themeDays.getAttendance(tx, id)) === undefined) await themeDays.insertAttendance(tx, attendanceFrom(late, made))
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
      const who = await members.findMembers(
        scope,
        page.rows.map(({ memberId }) => memberId),
      )
      const rows = page.rows.map(({ themeDayId, memberId, at, isClockSure }) => ({
        themeDayId,
        month: monthOfThemeDay(themeDayId),
        memberId,
        name: who.get(memberId)?.name ?? '',
        at,
        isClockSure,
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

/** The tap is the member's, the entry is the organiser's. */
function attendanceFrom({ _id, themeDayId, branchId, memberId, groupId, at, phoneMark }: LateArrival, made: LateArrival['made']) {
  const group = groupId === undefined ? {} : { groupId }
  const phone = phoneMark === undefined ? {} : { phoneMark }
  return { _id, v: 1 as const, made, themeDayId, branchId, memberId, ...group, ...phone, source: 'lateArrival' as const, at }
}
