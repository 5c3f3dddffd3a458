/** The words a member's record may hold; no zod here, so that a screen may list them. */

export const memberships = ['full', 'probationary'] as const
export type Membership = (typeof memberships)[number]

/** How somebody takes part; never with a reason. */
export const participations = ['inPerson', 'homeStudy', 'byPhone'] as const
export type Participation = (typeof participations)[number]

/** The six of the scheme of categories. */
export const categoryKinds = ['workingAway', 'localWithoutOffice', 'inHardship', 'elderly', 'officeHolder', 'underCorrection'] as const
export type CategoryKind = (typeof categoryKinds)[number]

/** Register fields, where a county has them switched on. */
export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]

export const educations = ['primary', 'juniorMiddle', 'seniorMiddle', 'juniorCollege', 'university'] as const
export type Education = (typeof educations)[number]

export const leavings = ['moved', 'left', 'deceased'] as const
export type Leaving = (typeof leavings)[number]
