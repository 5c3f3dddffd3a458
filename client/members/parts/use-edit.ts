import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import type { Changes, MatterProps } from './member'

/** Stores changes against the version that is being looked at, and closes what they were made in. */
export function useEdit({ member: { memberId, version }, onChanged }: MatterProps) {
  const command = useCommand(api.members.update)
  const save = async (changes: Changes) => {
    if ((await command.run({ memberId, version, ...changes })) !== undefined) onChanged()
  }
  return { command, save }
}
