import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { blankDecision, type DecisionForm, gapOf } from './minutes-form'

interface DecisionsProps {
  readonly decisions: readonly DecisionForm[]
  /** What is missing is said. */
  readonly isChecked: boolean
  readonly onChange: (decisions: readonly DecisionForm[]) => void
}

const most = 20

/** What was put to the vote, how it came out, and what was decided. */
export function Decisions({ decisions, isChecked, onChange }: DecisionsProps) {
  // One is known by its place until it has a topic.
  const placed = decisions.map((decision, index) => ({ decision, index }))
  return (
    <View className="minutes-decisions">
      {placed.map(({ decision, index }) => (
        <Decision
          key={index}
          decision={decision}
          gap={isChecked ? gapOf(decision) : undefined}
          onChange={(next) => onChange(decisions.map((one, place) => (place === index ? next : one)))}
          onRemove={() => onChange(decisions.filter((_, place) => place !== index))}
        />
      ))}
      {decisions.length < most && (
        <Press kind="plain" icon="plus" label="加一条决议" onPress={() => onChange([...decisions, blankDecision])} />
      )}
    </View>
  )
}

interface DecisionProps {
  readonly decision: DecisionForm
  readonly gap: string | undefined
  readonly onChange: (decision: DecisionForm) => void
  readonly onRemove: () => void
}

function Decision({ decision, gap, onChange, onRemove }: DecisionProps) {
  const field = (name: keyof DecisionForm) => ({
    value: decision[name],
    onChange: (value: string) => onChange({ ...decision, [name]: value }),
  })
  return (
    <Card className="minutes-decision">
      <Field label="议的什么" maxLength={60} placeholder="如：村口装路灯" {...field('topic')} />
      <View className="minutes-votes">
        <Field label="同意" kind="number" maxLength={3} {...field('for')} />
        <Field label="反对" kind="number" maxLength={3} {...field('against')} />
        <Field label="弃权" kind="number" maxLength={3} {...field('abstain')} />
      </View>
      <Field label="结论" maxLength={120} placeholder="如：装 6 盏，徐大勇负责" {...field('conclusion')} />
      {gap !== undefined && (
        <View className="t-note t-red" {...roleOf('alert')}>
          {gap}
        </View>
      )}
      <Press kind="link" label="去掉这一条" onPress={onRemove} />
    </Card>
  )
}
