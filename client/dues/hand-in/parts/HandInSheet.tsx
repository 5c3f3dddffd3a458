import { View } from '@tarojs/components'
import { useState } from 'react'
import { carryWays } from '#shared/dues/ids'
import { payWayWords } from '#shared/dues/words'
import { dayOf } from '#shared/kernel/day'
import { sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Choice } from '../../../ui/Choice'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { sayDayKey } from '../../parts/day-words'
import type { Through } from './through'

interface HandInSheetProps {
  /** the last day first; at least one */
  readonly through: readonly Through[]
  /** with the line it became */
  readonly onDone: (lineId: string, year: string) => void
  readonly onClose: () => void
}

const ways = carryWays.map((value) => ({ value, title: payWayWords[value] }))

/** As many of the last days as fit a choice; whoever wants less sends it in between. */
const mostChoices = 4

/** What goes up, who carried it, when and how. */
export function HandInSheet({ through, onDone, onClose }: HandInSheetProps) {
  const [day, setDay] = useState(through[0]?.day ?? '')
  const [carrier, setCarrier] = useState('')
  const [on, setOn] = useState(() => dayOf(now()))
  const [way, setWay] = useState<(typeof carryWays)[number]>('cash')
  const handing = useCommand(api.dues.handIn)
  const chosen = through.find((one) => one.day === day)
  if (chosen === undefined) return null
  const { sumFen, largeFen } = chosen
  const handIn = async () => {
    const done = await handing.run({ through: day, sumFen, on, carrier: carrier.trim(), way })
    if (done !== undefined) onDone(done.lineId, on.slice(0, 4))
  }
  const isNamed = carrier.trim() !== ''
  return (
    <Sheet title={`上缴 ${sayYuan(sumFen)} 元`} onClose={onClose}>
      {largeFen > 0 && <View className="t-body">里面有 {sayYuan(largeFen)} 元是大额党费，要全数转到中央</View>}
      {through.length > 1 && (
        <Choice
          label="交到哪天收的？"
          options={through.slice(0, mostChoices).map((one) => ({
            value: one.day,
            title: `到${sayDayKey(one.day)}`,
            note: `共 ${sayYuan(one.sumFen)} 元`,
          }))}
          value={day}
          onChange={setDay}
        />
      )}
      <Field label="谁送的" value={carrier} onChange={setCarrier} maxLength={20} placeholder="姓名" />
      <Field label="哪天送的" kind="date" value={on} onChange={setOn} />
      <Choice label="怎么送的" options={ways} value={way} onChange={setWay} />
      <Failed command={handing} />
      <Press
        kind="primary"
        label={isNamed ? '记上，出上缴单' : '请写谁送的'}
        disabled={!isNamed}
        isBusy={handing.isRunning}
        busyLabel="正在记…"
        onPress={() => void handIn()}
      />
    </Sheet>
  )
}
