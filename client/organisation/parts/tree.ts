/** The tree as the pages read it, and whose hand may change it. */
import type { OrgLevel, Role } from '#shared/kernel/organisation'
import { mayMove, mayShape, type UnitPlace } from '#shared/organisation/reach'
import { groupKindWords, levelWords } from '#shared/organisation/words'
import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useSession } from '../../kernel/session'
import type { IconName } from '../../ui/Icon'

export type Unit = Answer<'organisation', 'getUnit'>
export type UnitRow = Answer<'organisation', 'listUnits'>['rows'][number]
export interface Seat {
  readonly role: Role
  readonly unitId: string
}

export function readUnit(unitId: string) {
  return api.organisation.getUnit({ unitId })
}

export function readBelow(parentId: string, level?: OrgLevel) {
  const only = level === undefined ? {} : { level }
  return readAll<UnitRow, never>((page) => api.organisation.listUnits({ parentId, ...only, ...page }))
}

/** What the role in use is held in: only it decides what the page offers. */
export function useSeat(): Seat | undefined {
  const { person, role } = useSession()
  return person?.roles.find((held) => held.role === role)
}

/** Where the unit hangs, as far as the unit itself knows. */
function parentOf({ level, parentId = '', committeeId, branchId }: Unit): UnitPlace {
  return {
    unitId: parentId,
    committeeId: level === 'committee' ? undefined : committeeId,
    branchId: level === 'group' ? branchId : undefined,
  }
}

export interface Deeds {
  readonly mayChange: boolean
  readonly mayMove: boolean
}

/** What may be done with a unit that is looked at. */
export function deedsOf(seat: Seat | undefined, unit: Unit): Deeds {
  const mayChange = seat !== undefined && unit.closedAt === undefined && mayShape([seat], parentOf(unit), unit.level)
  return { mayChange, mayMove: mayChange && mayMove(unit.level, 'committee') }
}

/** Which kinds of unit may be made below it, the everyday one first; a branch is founded by the county, with its people. */
export function levelsBelow(seat: Seat | undefined, unit: Unit): readonly OrgLevel[] {
  if (seat === undefined || unit.closedAt !== undefined) return []
  const below: Readonly<Record<OrgLevel, readonly OrgLevel[]>> = {
    county: ['committee'],
    committee: ['branch', 'generalBranch'],
    generalBranch: ['branch'],
    branch: ['group'],
    group: [],
  }
  const mayMake = (level: OrgLevel) => (level === 'branch' ? seat.role === 'countyAdmin' : mayShape([seat], unit, level))
  return below[unit.level].filter(mayMake)
}

export const levelIcons: Readonly<Record<OrgLevel, IconName>> = {
  county: 'building',
  committee: 'building',
  generalBranch: 'building',
  branch: 'flag',
  group: 'users',
}

export function sayKind({ level, kind }: UnitRow): string {
  return kind === undefined ? levelWords[level] : groupKindWords[kind]
}
