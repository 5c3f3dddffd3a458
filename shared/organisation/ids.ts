/** Ids of the organisation that a screen may make or read; no zod here. */
import type { Role } from '#shared/kernel/organisation'

/** A grant is found by unit and role: `unit_role_person`. */
export function grantId(unitId: string, role: Role, personId: string): string {
  return `${unitId}_${role}_${personId}`
}

/** One deployment is one county: the root of the tree has a fixed id, so that there can be only one. */
export const countyId = 'county'
