import type { Command } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'
import { isAboutField } from './PlanFields'

interface PlanFootProps {
  readonly creating: Pick<Command<unknown, unknown, string>, 'isRunning' | 'refusal' | 'isUnreachable'>
  readonly onPress: () => void
}

/** The one button, and what no field can say. */
export function PlanFoot({ creating, onPress }: PlanFootProps) {
  const { refusal, isUnreachable, isRunning } = creating
  const isElsewhere = isUnreachable || (refusal !== undefined && !isAboutField(refusal))
  return (
    <>
      {isElsewhere && <ErrorBox isCommand refusal={refusal} unreachable={isUnreachable} />}
      <Press kind="primary" label="定下来" isBusy={isRunning} busyLabel="正在定…" onPress={onPress} />
    </>
  )
}
