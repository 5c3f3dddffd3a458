/** How far a grant reaches in the tree, and who gives it its shape. No zod here: pages show their buttons by it. */
import { type Grant, mayHold, type OrgLevel, type Role } from '#shared/kernel/organisation'
import { countyId } from './ids'

/** Who creates, renames, moves and closes units of a level, each below a unit they reach. A branch is founded by the county alone. */
export const shapedBy: Readonly<Record<OrgLevel, readonly Role[]>> = {
  county: [],
  committee: ['countyAdmin'],
  generalBranch: ['countyAdmin', 'townOfficer'],
  branch: ['countyAdmin', 'townOfficer'],
  group: ['secretary'],
}

/** Where a unit lies: itself and what it names above it. */
export interface UnitPlace {
  readonly unitId: string
  readonly parentId?: string | undefined
  readonly committeeId?: string | undefined
  readonly branchId?: string | undefined
}

type Seat = Pick<Grant, 'role' | 'unitId'>

/** Units above the branch lie in no scope of branches, so the seat itself is asked: it reaches its own unit and what names it. */
export function reaches(seat: Pick<Seat, 'unitId'>, { unitId, parentId, committeeId, branchId }: UnitPlace): boolean {
  // Every unit lies in the one county.
  return [unitId, parentId, committeeId, branchId, countyId].includes(seat.unitId)
}

/**
 * Whether the seat acts in the unit as well as seeing it. A secretary does in the own branch and its groups; one of a general branch in the
 * general branch alone, since each branch below has a secretary of its own. Town and county act in all that lies below them.
 */
export function actsIn(seat: Seat, place: UnitPlace): boolean {
  if (seat.role === 'secretary') return place.unitId === seat.unitId || place.branchId === seat.unitId
  return reaches(seat, place)
}

/** Whether units of the level below this parent are theirs to shape. */
export function mayShape(seats: readonly Seat[], parent: UnitPlace, level: OrgLevel): boolean {
  return seats.some((seat) => shapedBy[level].includes(seat.role) && actsIn(seat, parent))
}

/** Only a branch changes its place: a group belongs to its branch, and what lies above is founded anew. */
export function mayMove(level: OrgLevel, target: OrgLevel): boolean {
  return level === 'branch' && mayHold(target, level)
}
