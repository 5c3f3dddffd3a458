import { Text, View } from '@tarojs/components'
import { sayDay, sayHours } from '#shared/kernel/day'
import { sayFixedDay } from '#shared/themeday/fixed-day'
import type { Answer } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { type Plan, spanOf } from '../../parts/plan'
import type { Filled } from './PlanFields'

interface PlanWhenProps {
  readonly plan: Plan
  readonly field: Filled
  readonly fixedDay: Answer<'themeday', 'getHabits'>['fixedDay']
  /** Whoever changes one has not to be asked for the next. */
  readonly isNew: boolean
}

export function PlanWhen({ plan, field, fixedDay, isNew }: PlanWhenProps) {
  const fix = <Press kind="plain" size="small" label="定一个" ariaLabel="固定哪天，定一个" onPress={() => go('habits')} />
  return (
    <>
      <Field
        label="哪一天"
        kind="date"
        {...(fixedDay === undefined ? {} : { hint: `支部定的是${sayFixedDay(fixedDay)}` })}
        {...field('day')}
      />
      {fixedDay === undefined && isNew && (
        <Card kind="list">
          <Row title="固定哪天？" note="定了，以后自动填好" answer={fix} />
        </Card>
      )}
      <View className="plan-hours">
        <Field label="几点开始" kind="time" {...field('from')} />
        <Field label="几点结束" kind="time" {...field('to')} />
      </View>
      <ReadBack plan={plan} />
    </>
  )
}

/** The day as people say it, with its weekday: a slip of the finger shows there. */
function ReadBack({ plan }: { readonly plan: Plan }) {
  const span = spanOf(plan)
  if (span === undefined) return null
  return (
    <View className="plan-said t-body">
      <Text className="t-strong">{sayDay(span.startsAt)}</Text>
      <Text>{sayHours(span)}</Text>
    </View>
  )
}
