/** Persons and members: an account belongs to a Person; a Member is a Person on a branch's roster. */
import * as z from 'zod'
import { dayShape, idShape, instantShape, lineShape, madeShape, monthShape, roleShape } from '#shared/kernel/shapes'
import { categoryKinds, educations, leavings, memberships, participations, sexes } from './kinds'

const stored = { _id: idShape, v: z.literal(1), made: madeShape }

/** An office somebody acted in when they gave something out. */
const seatShape = z.strictObject({ role: roleShape, unitId: idShape })

/** The claim a person can be recognised by; the code itself is never stored, it follows from key, person and serial. */
export const claimStateShape = z.strictObject({
  serial: z.int().min(1),
  expiresAt: instantShape,
  /** the request that gave the code: asked again, it hears the same code */
  requestId: z.string(),
  usedAt: instantShape.exactOptional(),
  /** the device that used it: asking again from there is the same answer */
  usedBy: z.string().exactOptional(),
  /** for a new phone: whoever uses it is no longer known on any other */
  replaces: z.literal(true).exactOptional(),
  /** the seats of each who was told the code: it opens no office that one of them could not open; absent on codes of an earlier program */
  toldBy: z.array(z.array(seatShape).readonly()).readonly().exactOptional(),
})

export const personShape = z.strictObject({
  ...stored,
  name: lineShape(40),
  /** the unit the person was named in: a branch, or a committee or county for officers without membership */
  unitId: idShape,
  memberId: idShape.exactOptional(),
  branchId: idShape.exactOptional(),
  groupId: idShape.exactOptional(),
  /** the member's place on the roster, so that persons and members of a branch page alike */
  sortKey: z.string().exactOptional(),
  claim: claimStateShape.exactOptional(),
  /**
   * Every grant of the person that is not over: whoever decides on the person reads their offices inside the transaction by these. Absent on
   * persons of an earlier program until one is written; theirs are found by the index.
   */
  grantIds: z.array(z.string()).exactOptional(),
  /** devices the person is known on, at most five */
  devices: z.array(z.string()).max(5),
})
export type Person = z.output<typeof personShape>

/** One of the six, with who put it there and when it is looked at again; never public. */
export const categoryShape = z.strictObject({
  kind: z.enum(categoryKinds),
  since: dayShape,
  recheckOn: dayShape,
  decision: lineShape(60).exactOptional(),
  until: dayShape.exactOptional(),
})

/** Kept where a county has switched them on; officers of the branch alone see them. */
const registerFields = {
  birthMonth: monthShape.exactOptional(),
  sex: z.enum(sexes).exactOptional(),
  education: z.enum(educations).exactOptional(),
}
export const registerShape = z.strictObject(registerFields)
export type RegisterFields = z.output<typeof registerShape>

export const memberShape = z.strictObject({
  ...stored,
  personId: idShape,
  name: lineShape(40),
  branchId: idShape,
  groupId: idShape.exactOptional(),
  /** place on the branch's roster, unique within the branch */
  sortKey: z.string(),
  /** `zjg`, and what a search by initials and by name runs along: unique, so that a page of it can be left and taken up again */
  initials: z.string(),
  initialsKey: z.string(),
  nameKey: z.string(),
  /** 1, and one more with every edit: an edit says which one it saw */
  version: z.int().min(1),
  membership: z.enum(memberships),
  joinedOn: dayShape.exactOptional(),
  confirmedOn: dayShape.exactOptional(),
  /** sealed */
  phone: z.string().exactOptional(),
  /** the number's index, and the member's id behind it */
  phoneKey: z.string().exactOptional(),
  participation: z.enum(participations),
  category: categoryShape.extend({ decidedBy: idShape }).exactOptional(),
  ...registerFields,
})
export type Member = z.output<typeof memberShape>

/** Who holds the place of a name with a number, of which there is one in the county; its id follows from both and tells neither. */
export const rosterPlaceShape = z.strictObject({ ...stored, memberId: idShape, branchId: idShape })
export type RosterPlace = z.output<typeof rosterPlaceShape>

/** Where a member's documents of their own are placed. */
const ofMember = { memberId: idShape, branchId: idShape, groupId: idShape.exactOptional(), sortKey: z.string() }

/** One decision on a category, kept for good; without one, that it was taken off. */
export const categoryEntryShape = z.strictObject({ ...stored, ...ofMember, category: categoryShape.exactOptional() })
export type CategoryEntry = z.output<typeof categoryEntryShape>

/** The number shown whole, the dues, or a number that somebody had and that was found to be the member's. */
const lookedAt = ['phone', 'dues', 'match'] as const

/** Who looked at what of a member; `made.by` looked. */
export const lookShape = z.strictObject({ ...stored, ...ofMember, what: z.enum(lookedAt) })
export type Look = z.output<typeof lookShape>

/** Who is no longer on a roster. The number is gone with the membership. */
export const formerMemberShape = z.strictObject({
  ...stored,
  personId: idShape,
  name: lineShape(40),
  branchId: idShape,
  groupId: idShape.exactOptional(),
  reason: z.enum(leavings),
})
export type FormerMember = z.output<typeof formerMemberShape>
