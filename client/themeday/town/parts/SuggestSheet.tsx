import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMonth } from '#shared/kernel/day'
import { type Answer, api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { linesOf, mostMaterials } from '../../parts/plan'

interface SuggestSheetProps {
  readonly month: string
  readonly onClose: () => void
}

/** A topic for all branches of the town; each takes it, changes it, or leaves it. */
export function SuggestSheet({ month, onClose }: SuggestSheetProps) {
  const known = useQuery(`themeday.getSuggestion ${month}`, () => api.themeday.getSuggestion({ month }))
  return (
    <Sheet title={`${sayMonth(month)}党日，提个主题`} onClose={onClose}>
      <Answered query={known} lines={3}>
        {({ suggestion }) => <SuggestForm month={month} known={suggestion} onDone={onClose} />}
      </Answered>
    </Sheet>
  )
}

interface SuggestFormProps {
  readonly month: string
  readonly known: Answer<'themeday', 'getSuggestion'>['suggestion']
  readonly onDone: () => void
}

function SuggestForm({ month, known, onDone }: SuggestFormProps) {
  const [topic, setTopic] = useState(known?.topic ?? '')
  const [typed, setTyped] = useState(known?.materials.join('\n') ?? '')
  const suggesting = useCommand(api.themeday.suggest)
  const materials = linesOf(typed)
  const isTooMany = materials.length > mostMaterials
  const isWhole = topic.trim() !== '' && !isTooMany
  const suggest = async () => {
    if ((await suggesting.run({ month, topic: topic.trim(), materials })) !== undefined) onDone()
  }
  return (
    <>
      <Field label="主题" value={topic} onChange={setTopic} maxLength={60} placeholder="如：学习乡村全面振兴规划" />
      <Field
        label="学习材料（可以不写）"
        kind="area"
        lines={3}
        value={typed}
        onChange={setTyped}
        hint="一行写一份，最多五份"
        problem={isTooMany ? `最多 ${mostMaterials} 份，请去掉几份` : undefined}
      />
      <View className="t-note t-2">支书定党日时看得到，可以用，也可以不用</View>
      <Failed command={suggesting} />
      <Press
        kind="primary"
        label={topic.trim() === '' ? '请写主题' : '提给各支部'}
        disabled={!isWhole}
        isBusy={suggesting.isRunning}
        busyLabel="正在存…"
        onPress={() => void suggest()}
      />
    </>
  )
}
