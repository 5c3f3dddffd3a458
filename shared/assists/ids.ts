/** What a screen may take as values of acting for a member; no zod here. */

/** Everything that may be done for a member; the contracts say who may (`assist`). */
export const deeds = [
  'themeday.checkIn',
  'themeday.askLeave',
  'themeday.withdrawLeave',
  'themeday.giveOpinion',
  'themeday.lateCheckIn',
] as const
export type Deed = (typeof deeds)[number]

/** A deed that says somebody was there. What arrived late, or was asked for afterwards, stands as well once the secretary has approved it. */
export function isCheckIn(deed: Deed): boolean {
  return deed === 'themeday.checkIn' || deed === 'themeday.lateCheckIn'
}

/** Why somebody needs a hand: chosen, never written, and told to them. */
export const helpReasons = ['noPhone', 'noPower', 'poorSight', 'other'] as const
export type HelpReason = (typeof helpReasons)[number]

/** Said by the member about a deed done in their name. */
export const objectionReasons = ['notMe', 'notThere'] as const
export type ObjectionReason = (typeof objectionReasons)[number]

/** `undone` says that the member is right; the record itself is put right where it stands. */
export const verdicts = ['stands', 'undone'] as const
export type Verdict = (typeof verdicts)[number]

export const objectionStates = ['waiting', ...verdicts] as const
export type ObjectionState = (typeof objectionStates)[number]

/** Begins with the member's id and then the time, so that one member's assists are a range of ids and need no index of their own. */
export function assistId(memberId: string, at: number, tail: string): string {
  return `${memberId}_${String(at).padStart(14, '0')}_${tail}`
}
