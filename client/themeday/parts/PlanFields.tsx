import { Text, View } from '@tarojs/components'
import { sayDay } from '#shared/kernel/day'
import type { Refusal } from '../../kernel/api'
import { Field } from '../../ui/Field'
import { type Gaps, type Plan, sayHours, spanOf } from './plan'
import './plan-fields.scss'

interface PlanFieldsProps {
  readonly plan: Plan
  readonly onChange: (plan: Plan) => void
  readonly gaps: Gaps
  readonly refusal: Refusal | undefined
}

/** Which field a refusal is about: it is said there, where it can be put right. */
const fieldOf: Readonly<Record<string, keyof Plan>> = { NO_SUCH_DAY: 'day', DAY_PAST: 'day', MONTH_TAKEN: 'day', ENDS_BEFORE_START: 'to' }

export function isAboutField(refusal: Refusal): boolean {
  return fieldOf[refusal.code] !== undefined
}

export function PlanFields({ plan, onChange, gaps, refusal }: PlanFieldsProps) {
  const said = refusal && fieldOf[refusal.code]
  const problemOf = (field: keyof Plan) => gaps[field] ?? (said === field ? refusal?.message : undefined)
  const field = (name: keyof Plan) => ({
    value: plan[name],
    problem: problemOf(name),
    onChange: (value: string) => onChange({ ...plan, [name]: value }),
  })
  return (
    <View className="plan">
      <Field label="哪一天" kind="date" {...field('day')} />
      <View className="plan-hours">
        <Field label="几点开始" kind="time" {...field('from')} />
        <Field label="几点结束" kind="time" {...field('to')} />
      </View>
      <ReadBack plan={plan} />
      <Field label="办什么" maxLength={60} placeholder="如：学习乡村全面振兴规划" {...field('topic')} />
      <Field label="在哪里" maxLength={40} placeholder="如：村委会二楼会议室" {...field('place')} />
    </View>
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
