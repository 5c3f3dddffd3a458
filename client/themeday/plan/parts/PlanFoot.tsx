import { View } from '@tarojs/components'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { isAboutField } from './PlanFields'
import type { Planning } from './use-planning'

interface PlanFootProps {
  readonly planning: Planning
  readonly label: string
  readonly onPress: () => void
  /** Somebody else has changed it meanwhile: theirs is shown. */
  readonly onRenew: () => void
}

/** The one button, and what no field can say. */
export function PlanFoot({ planning, label, onPress, onRenew }: PlanFootProps) {
  const { refusal, isUnreachable, isRunning, isKept } = planning
  const isElsewhere = isUnreachable || (refusal !== undefined && !isAboutField(refusal))
  const renew = refusal?.code === 'STALE' ? { action: { label: '看改过的', onPress: onRenew } } : {}
  return (
    <>
      {isElsewhere && <Failed command={planning} {...renew} />}
      {isElsewhere && isKept && <View className="t-note t-2 t-center">已经存下，还没有发布</View>}
      <Press kind="primary" label={label} isBusy={isRunning} busyLabel="正在存…" onPress={onPress} />
    </>
  )
}
