import { View } from '@tarojs/components'
import { partWords } from '#shared/themeday/words'
import { Field } from '../../../ui/Field'
import { linesOf, type Plan } from '../../parts/plan'
import { Fold } from './Fold'
import type { Filled } from './PlanFields'
import { PlanParts } from './PlanParts'
import { PlanVenues } from './PlanVenues'

interface PlanMoreProps {
  readonly plan: Plan
  readonly field: Filled
  readonly onChange: (plan: Plan) => void
}

/** What a plan can do without: the five parts, further places, what to read. */
export function PlanMore({ plan, field, onChange }: PlanMoreProps) {
  const { parts, venues, materials } = plan
  const filled = parts.filter(({ what, leader }) => what !== '' || leader !== '').map(({ part }) => partWords[part])
  const read = linesOf(materials).length
  return (
    <View className="plan-more">
      <Fold title="五项内容" note={filled.length > 0 ? filled.join('、') : '可以不写'}>
        <PlanParts parts={parts} onChange={(next) => onChange({ ...plan, parts: next })} />
      </Fold>
      <Fold title="别的会场" note={venues.length === 0 ? '没有' : venues.map(({ name }) => name).join('、')}>
        <PlanVenues venues={venues} onChange={(next) => onChange({ ...plan, venues: next })} />
      </Fold>
      <Fold title="学习材料" note={read === 0 ? '没有' : `${read} 份`} isOpen={field('materials').problem !== undefined}>
        <Field label="先看什么" kind="area" lines={3} hint="一行写一份，最多五份" {...field('materials')} />
      </Fold>
    </View>
  )
}
