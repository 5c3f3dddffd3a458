import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AwaySource } from '#shared/themeday/ids'
import { awayWords } from '#shared/themeday/words'
import { api } from '../../../kernel/api'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { RollRow, ThemeDay } from '../../parts/roll'
import { useLinger } from '../../parts/use-linger'

interface RollCallSheetProps {
  readonly themeDay: ThemeDay
  readonly row: RollRow
  /** a tick of this name that has not arrived */
  readonly item: OutboxItem | undefined
  /** Names may be called now; later only what is written down by hand. */
  readonly canCall: boolean
  readonly canWrite: boolean
  readonly onTick: () => void
  /** The refused tick was read. */
  readonly onDrop: () => void
  /** With what to say about it. */
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

/** Asked before it is written down, because it is done for another person. Who takes part from afar is recorded here as well. */
export function RollCallSheet({ themeDay, row, item, canCall, canWrite, onTick, onDrop, onDone, onClose }: RollCallSheetProps) {
  const { themeDayId } = themeDay
  const { memberId, name } = row
  const [isElsewhere, setElsewhere] = useState(false)
  const [proof, setProof] = useState('')
  const recording = useCommand(api.themeday.record)
  const { isLingering, linger } = useLinger(onClose)
  const isBusy = recording.isRunning || isLingering
  const tick = () => {
    onTick()
    linger()
  }
  const record = async (source: AwaySource, said?: string) => {
    const answer = await recording.run({ themeDayId, memberId, source, ...(said === undefined ? {} : { proof: said }) })
    if (answer !== undefined) onDone(answer.state === 'already' ? `${name}已经签过了` : `${name}，记上了${awayWords[source]}`)
  }
  const failed = <Failed command={recording} />
  const busy = { isBusy: recording.isRunning, busyLabel: '正在记…' }
  if (isElsewhere) {
    return (
      <Sheet title={`${name} 在外参会`} closeLabel="先不记" onClose={onClose}>
        <Field label="在哪里参会、谁证明" value={proof} onChange={setProof} maxLength={60} placeholder="深圳某支部，陈书记" />
        {failed}
        <Press
          kind="primary"
          label={proof.trim() === '' ? '先写在哪里' : '记上'}
          disabled={proof.trim() === ''}
          {...busy}
          onPress={() => void record('elsewhere', proof.trim())}
        />
      </Sheet>
    )
  }
  return (
    <Sheet title={`${name} 到了吗？`} closeLabel="还没到" onClose={onClose}>
      {row.leave?.note !== undefined && <View className="t-body">请假时说：{row.leave.note}</View>}
      {item?.state === 'refused' && <View className="t-body t-strong">没记上：{item.message}</View>}
      {failed}
      {canCall && (
        <>
          <View className="t-body t-2">看见本人再记。会写上您的名字</View>
          <Press kind="primary" label="到了，记上" isBusy={isLingering} busyLabel="正在记…" disabled={isBusy} onPress={tick} />
        </>
      )}
      {item?.state === 'refused' && <Press kind="plain" label="知道了，不记了" disabled={isBusy} onPress={onDrop} />}
      {canWrite && (
        <>
          <Press kind="plain" label={awayWords.delivered} disabled={isBusy} onPress={() => void record('delivered')} />
          <Press kind="plain" label={awayWords.byPhone} disabled={isBusy} onPress={() => void record('byPhone')} />
          <Press kind="plain" label={awayWords.elsewhere} disabled={isBusy} onPress={() => setElsewhere(true)} />
        </>
      )}
    </Sheet>
  )
}
