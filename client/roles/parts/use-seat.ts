import { grantedBy, officerRoles, type Role } from '#shared/kernel/organisation'
import { useSession } from '../../kernel/session'

const appointing: readonly Role[] = ['secretary', 'townOfficer', 'countyAdmin']

/** The unit a page is about: the one it was opened with, else where the person appoints; and the offices they appoint in. */
export function useSeat(unitId: string | undefined) {
  const { person, role } = useSession()
  const seats = person?.roles.filter((held) => appointing.includes(held.role)) ?? []
  const own = seats.find((held) => held.role === role) ?? seats.at(-1)
  const offices = seats.map((held) => held.role)
  return { unitId: unitId ?? own?.unitId, offices, isAbove: offices.some((office) => office !== 'secretary') }
}

/** Who gives out the code of whoever holds an office: only who could give that office, and the secretary before those above. */
export function useMayIssue(role: Role): boolean {
  const { offices } = useSeat(undefined)
  if (role === 'member') return false
  const givers = grantedBy[role].filter((giver) => offices.includes(giver))
  return givers.includes('secretary') || (givers.length > 0 && officerRoles.includes(role))
}
