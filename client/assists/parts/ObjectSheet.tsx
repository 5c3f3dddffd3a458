import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ObjectionReason, objectionReasons } from '#shared/assists/ids'
import { deedWords, objectionWords } from '#shared/assists/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { type HelpedRow, sayWhen } from './deed'

interface ObjectSheetProps {
  readonly row: HelpedRow
  readonly now: number
  readonly onDone: () => void
  readonly onClose: () => void
}

const options = objectionReasons.map((reason) => ({ value: reason, title: objectionWords[reason] }))

/** Chosen, never written: nobody has to find words against the secretary. */
export function ObjectSheet({ row: { assistId, deed, at, by }, now, onDone, onClose }: ObjectSheetProps) {
  const [reason, setReason] = useState<ObjectionReason>()
  const objecting = useCommand(api.assists.object)
  const object = async () => {
    if (reason !== undefined && (await objecting.run({ assistId, reason })) !== undefined) onDone()
  }
  return (
    <Sheet title="哪里不对？" closeLabel="没有不对" onClose={onClose}>
      <View className="t-body">
        {deedWords[deed]}，{by}替您点的，{sayWhen(at, now)}
      </View>
      <Choice label="哪里不对？" isLabelHidden options={options} value={reason} onChange={setReason} />
      <View className="t-note t-2">支书来看；要是支书自己替您点的，由镇里来看</View>
      <Failed command={objecting} />
      <Press
        kind="primary"
        label={reason === undefined ? '请先选一个' : '说出来'}
        disabled={reason === undefined}
        isBusy={objecting.isRunning}
        busyLabel="正在记…"
        onPress={() => void object()}
      />
    </Sheet>
  )
}
