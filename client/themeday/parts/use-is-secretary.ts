import { useSession } from '../../kernel/session'

/** What a group leader or a member may also open, but only the secretary does. */
export function useIsSecretary(): boolean {
  const { person } = useSession()
  return person?.roles.some(({ role }) => role === 'secretary') ?? false
}
