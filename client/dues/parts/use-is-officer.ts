import type { Role } from '#shared/kernel/organisation'
import { useSession } from '../../kernel/session'

const keepers: readonly Role[] = ['secretary', 'organisationOfficer']

/** Group leaders collect; what is due, and how, is set by the branch's officers. */
export function useIsOfficer(): boolean {
  const { person } = useSession()
  return person?.roles.some(({ role }) => keepers.includes(role)) ?? false
}
