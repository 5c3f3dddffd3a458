import { View } from '@tarojs/components'
import { go } from '../../../kernel/routes'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import type { Day } from '../../parts/collecting'
import { useBook } from '../../parts/use-approvals'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { CheckByCard } from './CheckByCard'
import { useCounting } from './use-counting'

interface DayFootProps {
  readonly day: Day
  readonly onChanged: () => void
}

/** Of a day that is not closed the one thing that comes next: count it, have it checked. */
export function DayFoot({ day, onChanged }: DayFootProps) {
  const isSecretary = useIsSecretary()
  const counting = useCounting(day, onChanged)
  const checkers = useBook().data?.book?.checkers ?? []
  const names = checkers.map(({ name }) => name).join('、')
  if (day.stage === 'counted') {
    return (
      <>
        <View className="t-body t-2 t-center">
          {names === '' ? `还没有指定核对的人${isSecretary ? '' : '，请支书指定'}` : `等${names}在自己的手机上核对。再收一笔，要重新点数`}
        </View>
        {names === '' ? (
          isSecretary && <Press kind="primary" label="去指定" onPress={() => go('duesSettings')} />
        ) : (
          <CheckByCard day={day} onChanged={onChanged} />
        )}
      </>
    )
  }
  const whom = checkers.length === 1 ? names : '人'
  return (
    <>
      <Failed command={counting} />
      <Press
        kind="primary"
        label={`点好了，请${whom}核对`}
        isBusy={counting.isRunning}
        busyLabel="正在记…"
        onPress={() => void counting.run()}
      />
    </>
  )
}
