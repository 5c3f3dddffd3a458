import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PayWay, payWays } from '#shared/dues/ids'
import { payWayWords, sayMonths } from '#shared/dues/words'
import { dayMs, dayOf, type MonthKey, monthOf } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Choice } from '../../../ui/Choice'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'

interface SayPaidSheetProps {
  /** those that are open, the newest first */
  readonly months: readonly MonthKey[]
  readonly onDone: () => void
  readonly onClose: () => void
}

type When = 'today' | 'yesterday' | 'earlier'

const whens = [
  { value: 'today', title: '今天' },
  { value: 'yesterday', title: '昨天' },
  { value: 'earlier', title: '更早' },
] as const
const ways = payWays.map((value) => ({ value, title: payWayWords[value] }))

/** 我交了，请核对: a member's word. It is told to the collector and changes nothing. */
export function SayPaidSheet({ months, onDone, onClose }: SayPaidSheetProps) {
  const [today] = useState(now)
  const [month, setMonth] = useState(months[0])
  const [when, setWhen] = useState<When>('today')
  const [earlier, setEarlier] = useState('')
  const [way, setWay] = useState<PayWay>()
  const saying = useCommand(api.dues.sayPaid)
  const sayOf = (one: MonthKey) => sayMonths([one], monthOf(today).slice(0, 4))
  const day = { today: dayOf(today), yesterday: dayOf(today - dayMs), earlier }[when]
  const gap = day === '' ? '请选哪天交的' : way === undefined ? '请选怎么交的' : undefined
  const say = async () => {
    if (month === undefined || way === undefined || day === '') return
    if ((await saying.run({ month, day, way })) !== undefined) onDone()
  }
  return (
    <Sheet
      title={months.length === 1 && month !== undefined ? `${sayOf(month)}的，您交了？` : '您交了哪个月的？'}
      closeLabel="先不说"
      onClose={onClose}
    >
      <View className="t-body">跟收党费的人说一声。账先不变，他查到了、开了收据才算交了</View>
      {months.length > 1 && (
        <Choice
          label="哪个月的"
          isLabelHidden
          options={months.map((value) => ({ value, title: sayOf(value) }))}
          value={month}
          onChange={setMonth}
        />
      )}
      <Choice label="哪天交的？" options={whens} value={when} onChange={setWhen} />
      {when === 'earlier' && <Field label="是哪一天" kind="date" value={earlier} onChange={setEarlier} />}
      <Choice label="怎么交的？" options={ways} value={way} onChange={setWay} />
      <Failed command={saying} />
      <Press
        kind="primary"
        label={gap ?? '请他核对'}
        disabled={gap !== undefined}
        isBusy={saying.isRunning}
        busyLabel="正在说…"
        onPress={() => void say()}
      />
    </Sheet>
  )
}
