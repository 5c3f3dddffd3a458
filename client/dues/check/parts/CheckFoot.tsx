import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import type { Day } from './DayToCheck'

interface CheckFootProps {
  readonly day: Day
  readonly onClosed: (day: string) => void
  /** Something was entered meanwhile: the page is old. */
  readonly onChanged: () => void
}

/** The second signature. It is given for the sum on the screen: another one is refused. */
export function CheckFoot({ day: { day, count, sumFen, waiting }, onClosed, onChanged }: CheckFootProps) {
  const checking = useCommand(api.dues.checkDay)
  const close = async () => {
    if ((await checking.run({ day, count, sumFen })) !== undefined) onClosed(day)
  }
  const lookAgain = () => {
    checking.reset()
    onChanged()
  }
  return (
    <>
      <Failed command={checking} {...(checking.refusal === undefined ? {} : { action: { label: '看新的', onPress: lookAgain } })} />
      <Press
        kind="primary"
        label={waiting.length > 0 ? '等传完了再关' : '数目对，我来关账'}
        disabled={waiting.length > 0}
        isBusy={checking.isRunning}
        busyLabel="正在关账…"
        onPress={() => void close()}
      />
    </>
  )
}
