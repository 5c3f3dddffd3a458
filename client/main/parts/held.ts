/** A theme day as it was answered → what the rules ask of it, so that the phone decides by the same ones as the server. */
import { decideLateCheckIn, decideLeave, decideOpinion } from '#shared/themeday/counting'
import { type Held, stateOf } from '#shared/themeday/rules'
import type { Answer } from '../../kernel/api'

export type ThemeDay = Answer<'themeday', 'get'>

function heldOf({ startsAt, endsAt, opensAt, closedAt, stage }: ThemeDay): Held & Pick<ThemeDay, 'stage'> {
  return { startsAt, endsAt, openedAt: opensAt, closedAt, stage }
}

/** The window opens and closes while the page lies open. */
export const stateNow = (themeDay: ThemeDay, now: number) => stateOf(heldOf(themeDay), now)

export const mayAskLeave = (themeDay: ThemeDay, now: number) => decideLeave(heldOf(themeDay), now).ok

export const mayCheckInLate = (themeDay: ThemeDay, now: number) => decideLateCheckIn(heldOf(themeDay), now).ok

export const mayGiveOpinion = (themeDay: ThemeDay) => decideOpinion(heldOf(themeDay)).ok
