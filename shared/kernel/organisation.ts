/**
 * The organisation tree as the rules see it: county → town committee → (general branch) → branch → group,
 * the roles held in it and how far each role reaches.
 */

export const orgLevels = ['county', 'committee', 'generalBranch', 'branch', 'group'] as const
export type OrgLevel = (typeof orgLevels)[number]

/** From the narrowest to the widest: the last one held is the one a person begins their day with. */
export const roles = [
  'member',
  'groupLeader',
  'liaison',
  'shopkeeper',
  'villageContact',
  'disciplineOfficer',
  'organisationOfficer',
  'secretary',
  'townOfficer',
  'countyAdmin',
] as const
export type Role = (typeof roles)[number]

/** Officers' sessions are short (12 h): a stolen officer's browser can do more harm. */
export const officerRoles: readonly Role[] = [
  'villageContact',
  'disciplineOfficer',
  'organisationOfficer',
  'secretary',
  'townOfficer',
  'countyAdmin',
]

/** Every role but membership is granted; membership comes with the roster. */
export type GrantedRole = Exclude<Role, 'member'>

/** The levels at which a role is held. */
export const heldAt: Readonly<Record<GrantedRole, readonly OrgLevel[]>> = {
  groupLeader: ['group'],
  liaison: ['branch'],
  shopkeeper: ['branch'],
  villageContact: ['branch'],
  disciplineOfficer: ['branch'],
  organisationOfficer: ['branch', 'generalBranch'],
  secretary: ['branch', 'generalBranch'],
  townOfficer: ['committee'],
  countyAdmin: ['county'],
}

/** Who may grant and revoke it, within their own reach. Nobody grants what stands beside or above themselves, but the county's administrators. */
export const grantedBy: Readonly<Record<GrantedRole, readonly GrantedRole[]>> = {
  groupLeader: ['secretary', 'townOfficer', 'countyAdmin'],
  liaison: ['secretary', 'townOfficer', 'countyAdmin'],
  shopkeeper: ['secretary', 'townOfficer', 'countyAdmin'],
  disciplineOfficer: ['secretary', 'townOfficer', 'countyAdmin'],
  organisationOfficer: ['secretary', 'townOfficer', 'countyAdmin'],
  secretary: ['townOfficer', 'countyAdmin'],
  villageContact: ['townOfficer', 'countyAdmin'],
  townOfficer: ['countyAdmin'],
  countyAdmin: ['countyAdmin'],
}

/**
 * How far a role reaches:
 * `self` documents of the actor · `assigned` documents whose `assigneeId` is the actor ·
 * `unit` where the role is held and below · `branch` the branch above that unit.
 */
export type Reach = 'self' | 'assigned' | 'unit' | 'branch'

/** A role held in a unit. `branchId` is the branch of the unit (itself for a branch); absent above the branch. */
export interface Grant {
  readonly role: Role
  readonly unitId: string
  readonly level: OrgLevel
  readonly branchId?: string | undefined
  /** ms; absent: at once */
  readonly from?: number | undefined
  /** ms; absent: until revoked */
  readonly until?: number | undefined
  /** stands in for the holder for a time */
  readonly isActing?: boolean | undefined
}

/** Whether a grant's term runs: from its first moment up to, not including, its last. */
export function runsNow(grant: Pick<Grant, 'from' | 'until'>, now: number): boolean {
  return (grant.from === undefined || grant.from <= now) && (grant.until === undefined || now < grant.until)
}

/** What an actor may touch in one action: the first argument of every store query. */
export interface Scope {
  /** the whole county */
  readonly all: boolean
  readonly branchIds: readonly string[]
  /** groups with the branch they lie in, so that a leader can see the branch's theme day without seeing its people */
  readonly groups: readonly { readonly groupId: string; readonly branchId: string }[]
  readonly memberIds: readonly string[]
  readonly assigneeIds: readonly string[]
}

export const nothing: Scope = { all: false, branchIds: [], groups: [], memberIds: [], assigneeIds: [] }

/** The fields by which a document is placed; documents carry no path. */
export interface Placed {
  readonly branchId?: string | undefined
  readonly groupId?: string | undefined
  readonly memberId?: string | undefined
  readonly assigneeId?: string | undefined
}

/** Whether a document lies within the scope. Out of reach looks like not there. */
export function covers(scope: Scope, document: Placed): boolean {
  return (
    scope.all ||
    (document.branchId !== undefined && scope.branchIds.includes(document.branchId)) ||
    scope.groups.some(({ groupId }) => groupId === document.groupId) ||
    (document.memberId !== undefined && scope.memberIds.includes(document.memberId)) ||
    (document.assigneeId !== undefined && scope.assigneeIds.includes(document.assigneeId))
  )
}

/** Whether any of the scope lies in the branch: enough for what the branch has in common, not for its people. */
export function touches(scope: Scope, branchId: string): boolean {
  return covers(scope, { branchId }) || scope.groups.some((group) => group.branchId === branchId)
}

export interface ReachFacts {
  readonly personId: string
  readonly memberId?: string | undefined
  /** grants already filtered to those that are valid now */
  readonly grants: readonly Grant[]
  /** branches below a unit above the branch; asked of the tree by the caller */
  readonly branchesBelow: Readonly<Record<string, readonly string[]>>
}

/** The grants through which this action is allowed; empty: not allowed. */
export function grantsFor(allow: Readonly<Partial<Record<Role, Reach>>>, grants: readonly Grant[]): readonly Grant[] {
  return grants.filter((grant) => allow[grant.role] !== undefined)
}

/** Units above the branch whose branches must be asked of the tree before `scopeOf`. */
export function unitsToExpand(allow: Readonly<Partial<Record<Role, Reach>>>, grants: readonly Grant[]): readonly string[] {
  return grantsFor(allow, grants)
    .filter((grant) => allow[grant.role] === 'unit' && (grant.level === 'committee' || grant.level === 'generalBranch'))
    .map((grant) => grant.unitId)
}

/** Sums the reach of all the roles a person may use for an action. */
export function scopeOf(allow: Readonly<Partial<Record<Role, Reach>>>, facts: ReachFacts): Scope {
  const parts = grantsFor(allow, facts.grants).map((grant) => scopeOfGrant(allow[grant.role], grant, facts))
  const sum = (field: 'branchIds' | 'memberIds' | 'assigneeIds') => [...new Set(parts.flatMap((part) => part[field] ?? []))]
  return {
    all: parts.some((part) => part.all === true),
    branchIds: sum('branchIds'),
    groups: parts.flatMap((part) => part.groups ?? []),
    memberIds: sum('memberIds'),
    assigneeIds: sum('assigneeIds'),
  }
}

function scopeOfGrant(reach: Reach | undefined, grant: Grant, facts: ReachFacts): Partial<Scope> {
  switch (reach) {
    case 'self':
      return facts.memberId === undefined ? {} : { memberIds: [facts.memberId] }
    case 'assigned':
      return { assigneeIds: [facts.personId] }
    case 'branch':
      return grant.branchId === undefined ? {} : { branchIds: [grant.branchId] }
    case 'unit':
      return scopeOfUnit(grant, facts)
    case undefined:
      return {}
  }
}

function scopeOfUnit(grant: Grant, facts: ReachFacts): Partial<Scope> {
  switch (grant.level) {
    case 'county':
      return { all: true }
    case 'committee':
    case 'generalBranch':
      return { branchIds: facts.branchesBelow[grant.unitId] ?? [] }
    case 'branch':
      return { branchIds: [grant.unitId] }
    case 'group':
      return grant.branchId === undefined ? {} : { groups: [{ groupId: grant.unitId, branchId: grant.branchId }] }
  }
}

/** The branch a branch-wide action is about: the actor's own. */
export function branchOf(scope: Scope): string | undefined {
  return scope.branchIds[0]
}

/** A level may hold only what comes after it; a general branch may be skipped. */
export function mayHold(parent: OrgLevel, child: OrgLevel): boolean {
  const allowed: Readonly<Record<OrgLevel, readonly OrgLevel[]>> = {
    county: ['committee'],
    committee: ['generalBranch', 'branch'],
    generalBranch: ['branch'],
    branch: ['group'],
    group: [],
  }
  return allowed[parent].includes(child)
}
