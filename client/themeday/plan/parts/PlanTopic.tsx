import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Ticks } from '../../../ui/Ticks'
import type { Plan } from '../../parts/plan'
import type { Filled } from './PlanFields'

interface PlanTopicProps {
  readonly plan: Plan
  readonly field: Filled
  readonly month: string
  /** Of the last time, for who takes it again; undefined where there was none. */
  readonly lastTopic: string | undefined
  readonly onChange: (plan: Plan) => void
}

/** The one thing that is new every month: written, taken from the town, or taken again. */
export function PlanTopic({ plan, field, month, lastTopic, onChange }: PlanTopicProps) {
  const isAgain = plan.topic === lastTopic
  return (
    <>
      <TownSuggestion key={month} plan={plan} month={month} onChange={onChange} />
      <Field label="办什么" maxLength={60} placeholder="如：学习乡村全面振兴规划" {...field('topic')} />
      {lastTopic !== undefined && (isAgain || plan.topic === '') && (
        <Ticks
          label="主题"
          rows={[{ value: 'again', title: '和上次一样', note: lastTopic }]}
          ticked={isAgain ? ['again'] : []}
          onChange={(ticked) => onChange({ ...plan, topic: ticked.length > 0 ? lastTopic : '' })}
        />
      )}
    </>
  )
}

interface TownSuggestionProps {
  readonly plan: Plan
  readonly month: string
  readonly onChange: (plan: Plan) => void
}

/** An offer, until it is taken or waved away: the form is whole without it, so nothing is said where it cannot be had. */
function TownSuggestion({ plan, month, onChange }: TownSuggestionProps) {
  const [isDeclined, setDeclined] = useState(false)
  const { data } = useQuery(`themeday.getSuggestion ${month}`, () => api.themeday.getSuggestion({ month }))
  const suggestion = data?.suggestion
  if (suggestion === undefined || isDeclined || plan.topic === suggestion.topic) return null
  const { topic, materials } = suggestion
  return (
    <Card className="plan-suggestion">
      <View className="t-note t-2">镇里建议</View>
      <View className="t-body t-strong">{topic}</View>
      {materials.map((line) => (
        <View key={line} className="t-body">
          {line}
        </View>
      ))}
      <View className="plan-pair">
        <Press kind="plain" label="用这个" onPress={() => onChange({ ...plan, topic, materials: materials.join('\n') })} />
        <Press kind="plain" label="不用" onPress={() => setDeclined(true)} />
      </View>
    </Card>
  )
}
