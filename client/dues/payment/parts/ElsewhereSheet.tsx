import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMonths } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { useThisYear } from '../../parts/use-this-year'

interface ElsewhereSheetProps {
  readonly memberId: string
  readonly name: string
  readonly months: readonly MonthKey[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Paid to another branch with the activity pass (article 9): the months are done with, and no money of this branch. */
export function ElsewhereSheet({ memberId, name, months, onDone, onClose }: ElsewhereSheetProps) {
  const year = useThisYear()
  const [proof, setProof] = useState('')
  const recording = useCommand(api.dues.recordElsewhere)
  const isReady = proof.trim() !== ''
  const record = async () => {
    if ((await recording.run({ memberId, months: [...months], proof: proof.trim() })) !== undefined) onDone()
  }
  return (
    <Sheet title={`${name}在外地交了？`} closeLabel="先不记" onClose={onClose}>
      <View className="t-body">记{sayMonths(months, year)}的。凭流动党员活动证，不算本支部的钱，不开收据</View>
      <Field label="交到哪个支部、谁证明" value={proof} onChange={setProof} maxLength={60} placeholder="如：深圳某支部，陈书记" />
      <Failed command={recording} />
      <Press
        kind="primary"
        label={isReady ? '记上' : '先写交到哪里'}
        disabled={!isReady}
        isBusy={recording.isRunning}
        busyLabel="正在记…"
        onPress={() => void record()}
      />
    </Sheet>
  )
}
