/** One tap of a member: one insert, under the key that makes a second one impossible. */
import { accept, refuse } from '#shared/kernel/contract'
import { sayClock } from '#shared/kernel/day'
import type { themeday } from '#shared/themeday/contract'
import { believedTap, decideCheckIn } from '#shared/themeday/counting'
import type { Attendance, DayEntry, LateArrival } from '#shared/themeday/entry-model'
import type { ThemeDay } from '#shared/themeday/model'
import { decideShown } from '#shared/themeday/rotating'
import type { FeatureHandlers, OutcomeOf } from '../runtime/handlers'
import { isAnothers, surplusOf } from './entry-store'
import { entryOf, type ThemeDayTools } from './tools'

type Outcome = OutcomeOf<(typeof themeday)['checkIn']>

export function checkInHandler({ themeDays }: ThemeDayTools): Pick<FeatureHandlers<typeof themeday>, 'checkIn'> {
  return {
    checkIn: async ({ actor, scope, input, made, now, insertOwn, again }) => {
      const { memberId, branchId, groupId } = actor
      const { tapped, proof, venueId, via } = input
      const isHelped = made.onBehalfOf !== undefined
      const decide = (day: ThemeDay) => {
        const scannedAt = tapped === undefined ? now : believedTap(tapped, now)
        const shown = proof && decideShown({ code: proof, isGenuine: themeDays.isGenuine(day._id, proof), now, scannedAt })
        return decideCheckIn({ themeDay: day, branchId, now, via, tapped, shown, venueId, isHelped, isSeen: input.isSeen === true })
      }
      const counts = (day: ThemeDay) => {
        const remembered = decide(day)
        return remembered.ok && remembered.data.state === 'counted'
      }
      const themeDay = await themeDays.findPublished(input.themeDayId, counts)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      /** Who was there and was taken back is not told that they are there; looked up only where a tap finds something already. */
      const orTakenBack = async (outcome: Outcome): Promise<Outcome> => {
        if (outcome.ok || outcome.code !== 'ALREADY_CHECKED_IN') return outcome
        const mine = (await themeDays.mineOf(scope, memberId, [themeDay])).get(themeDay._id)
        return mine?.attendance === undefined ? refuse('TAKEN_BACK') : outcome
      }
      const decision = decide(themeDay)
      if (!decision.ok || decision.data.state === 'waiting') {
        // The first answer may have been lost on the way: it counts, even when the window has closed meanwhile.
        const earlier = await themeDays.findFirst(scope, themeDay._id, memberId)
        if (earlier !== undefined) return orTakenBack(again(earlier, countedOf, alreadyThere))
      }
      if (!decision.ok) return decision
      // The phone of a helper says nothing about whose household it is.
      const phone = isHelped ? {} : { phoneMark: themeDays.phoneMark(themeDay._id, actor.device) }
      const entry = { ...entryOf(themeDay, { _id: memberId, groupId }, made), ...phone, at: decision.data.at }
      const { data } = decision
      if (data.state === 'waiting') {
        const late: LateArrival = { ...entry, isClockSure: data.isClockSure, state: 'waiting' }
        // Sent from two phones it is one and the same matter for the organiser.
        return insertOwn(themeDays.lateArrival(late), waitingOf, waitsOrSentBack)
      }
      const attendance: Attendance = {
        ...{ ...entry, kind: 'attendance', source: via },
        ...(venueId === undefined ? {} : { venueId }),
        ...(data.isUploadedLate ? { isUploadedLate: true as const } : {}),
      }
      let first: DayEntry | undefined
      const outcome = await insertOwn(themeDays.attendance(attendance), countedOf, (there) => {
        first = there
        return alreadyThere(there)
      })
      // Somebody else was first: the member's own word is kept beside it, though it is not counted.
      if (first?.kind === 'attendance' && isAnothers(first, attendance)) await themeDays.keepSurplus(surplusOf(attendance))
      return orTakenBack(outcome)
    },
  }
}

const countedOf = ({ at }: DayEntry) => ({ state: 'counted' as const, at })

const waitingOf = ({ at }: LateArrival) => ({ state: 'waiting' as const, at })

const waitsOrSentBack = (late: LateArrival) => (late.state === 'sentBack' ? refuse('SENT_BACK') : accept(waitingOf(late)))

const alreadyThere = ({ at }: DayEntry) => refuse('ALREADY_CHECKED_IN', { at: sayClock(at) })
