import { useSession } from '../../kernel/session'

/** The discipline officer, who reads the book and leaves a trace with everybody in it. */
export function useIsInspector(): boolean {
  const { person } = useSession()
  return person?.roles.some(({ role }) => role === 'disciplineOfficer') ?? false
}
