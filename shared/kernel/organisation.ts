/**
 * The organisation tree as the rules see it: county → town committee → (general branch) → branch → group,
 * the roles held in it (product.md "People") and how far each role reaches.
 */

export const orgLevels = ['county', 'committee', 'generalBranch', 'branch', 'group'] as const
export type OrgLevel = (typeof orgLevels)[number]

/** Roles of the actions built so far; a role enters with its first action. */
export const roles = ['member', 'groupLeader', 'secretary', 'townOfficer', 'countyAdmin'] as const
export type Role = (typeof roles)[number]

/** Officers' sessions are short (12 h): a stolen officer's browser can do more harm. */
export const officerRoles: readonly Role[] = ['secretary', 'townOfficer', 'countyAdmin']

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
  /** ms; absent: until revoked */
  readonly until?: number | undefined
}

/** What an actor may touch in one action: the first argument of every store query. */
export interface Scope {
  /** the whole county */
  readonly all: boolean
  readonly branchIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly memberIds: readonly string[]
  readonly assigneeIds: readonly string[]
}

export const nothing: Scope = { all: false, branchIds: [], groupIds: [], memberIds: [], assigneeIds: [] }

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
    (document.groupId !== undefined && scope.groupIds.includes(document.groupId)) ||
    (document.memberId !== undefined && scope.memberIds.includes(document.memberId)) ||
    (document.assigneeId !== undefined && scope.assigneeIds.includes(document.assigneeId))
  )
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
  return grantsFor(allow, facts.grants).reduce<Scope>((scope, grant) => {
    const reach = allow[grant.role]
    if (reach === 'self') return facts.memberId === undefined ? scope : { ...scope, memberIds: [...scope.memberIds, facts.memberId] }
    if (reach === 'assigned') return { ...scope, assigneeIds: [...scope.assigneeIds, facts.personId] }
    if (reach === 'branch') return grant.branchId === undefined ? scope : { ...scope, branchIds: [...scope.branchIds, grant.branchId] }
    return unitScope(scope, grant, facts)
  }, nothing)
}

function unitScope(scope: Scope, grant: Grant, facts: ReachFacts): Scope {
  switch (grant.level) {
    case 'county':
      return { ...scope, all: true }
    case 'committee':
    case 'generalBranch':
      return { ...scope, branchIds: [...scope.branchIds, ...(facts.branchesBelow[grant.unitId] ?? [])] }
    case 'branch':
      return { ...scope, branchIds: [...scope.branchIds, grant.unitId] }
    case 'group':
      return { ...scope, groupIds: [...scope.groupIds, grant.unitId] }
  }
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
