import { useSession } from '../../kernel/session'

/** Who checks is the secretary's alone to say. */
export function useIsSecretary(): boolean {
  const { person } = useSession()
  return person?.roles.some(({ role }) => role === 'secretary') ?? false
}
