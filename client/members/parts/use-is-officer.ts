import type { Role } from '#shared/kernel/organisation'
import { useSession } from '../../kernel/session'

const keepers: readonly Role[] = ['secretary', 'organisationOfficer']

/** A group leader may look at the own group; only the branch's officers write. */
export function useIsOfficer(): boolean {
  const { person } = useSession()
  return person?.roles.some(({ role }) => keepers.includes(role)) ?? false
}
