import { View } from '@tarojs/components'
import type { Answer, Refusal } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { Field } from '../../../ui/Field'
import { type Gaps, lastOf, monthOfPlan, type Plan } from '../../parts/plan'
import type { ThemeDay } from '../../parts/roll'
import { PlanMore } from './PlanMore'
import { PlanTopic } from './PlanTopic'
import { PlanWhen } from './PlanWhen'
import './plan-fields.scss'

interface PlanFieldsProps {
  readonly plan: Plan
  readonly onChange: (plan: Plan) => void
  readonly gaps: Gaps
  readonly refusal: Refusal | undefined
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly habits: Answer<'themeday', 'getHabits'>
  /** The one that is changed. */
  readonly held: ThemeDay | undefined
}

/** Which field a refusal is about: it is said there, where it can be put right. */
const fieldOf: Readonly<Record<string, keyof Plan>> = {
  NO_SUCH_DAY: 'day',
  DAY_PAST: 'day',
  MONTH_TAKEN: 'day',
  OTHER_MONTH: 'day',
  ENDS_BEFORE_START: 'to',
}

export function isAboutField(refusal: Refusal): boolean {
  return fieldOf[refusal.code] !== undefined
}

export type Filled = (name: 'day' | 'from' | 'to' | 'topic' | 'place' | 'materials') => {
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}

/** What every plan needs; the rest is folded, so that the form stays short. */
export function PlanFields({ plan, onChange, gaps, refusal, rows, habits, held }: PlanFieldsProps) {
  const now = useNow()
  const said = refusal && fieldOf[refusal.code]
  const field: Filled = (name) => ({
    value: plan[name],
    problem: gaps[name] ?? (said === name ? refusal?.message : undefined),
    onChange: (value) => onChange({ ...plan, [name]: value }),
  })
  return (
    <View className="plan">
      <PlanWhen plan={plan} field={field} fixedDay={habits.fixedDay} isNew={held === undefined} />
      <PlanTopic
        plan={plan}
        field={field}
        month={monthOfPlan(plan, now)}
        lastTopic={held === undefined ? lastOf(rows)?.topic : undefined}
        onChange={onChange}
      />
      <Field label="在哪里" maxLength={40} placeholder="如：村委会二楼会议室" {...field('place')} />
      <PlanMore plan={plan} field={field} onChange={onChange} />
    </View>
  )
}
