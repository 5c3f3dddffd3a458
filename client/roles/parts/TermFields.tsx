import { View } from '@tarojs/components'
import { dayMs, instantOf, isDay } from '#shared/kernel/day'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import './roles.scss'

/** As written in the form: days as `2026-11-25`, empty while not filled in. */
export interface TermDraft {
  readonly kind: 'open' | 'until' | 'acting'
  readonly from: string
  readonly until: string
}

interface TermFieldsProps {
  readonly term: TermDraft
  readonly onChange: (term: TermDraft) => void
  /** Said under the last day. */
  readonly problem: string | undefined
}

/** For good, until a day, or standing in from one day to another. */
export function TermFields({ term, onChange, problem }: TermFieldsProps) {
  return (
    <View className="roles-form">
      <Choice
        label="当到什么时候"
        options={[
          { value: 'open', title: '一直当，收回为止' },
          { value: 'until', title: '当到某一天' },
          { value: 'acting', title: '代理一段时间' },
        ]}
        value={term.kind}
        onChange={(kind) => onChange({ ...term, kind })}
      />
      {term.kind !== 'open' && (
        <View className="roles-dates">
          {term.kind === 'acting' && (
            <Field label="从哪天" kind="date" value={term.from} onChange={(from) => onChange({ ...term, from })} />
          )}
          <Field label="到哪天" kind="date" value={term.until} onChange={(until) => onChange({ ...term, until })} problem={problem} />
        </View>
      )}
    </View>
  )
}

export interface Term {
  readonly from?: number
  readonly until?: number
  readonly isActing?: boolean
}

/** The last day belongs to the term. Undefined while a day is missing. */
export function termOf({ kind, from, until }: TermDraft): Term | undefined {
  if (kind === 'open') return {}
  if (!isDay(until) || (kind === 'acting' && !isDay(from))) return undefined
  const ends = { until: instantOf(until, '00:00') + dayMs }
  return kind === 'until' ? ends : { ...ends, from: instantOf(from, '00:00'), isActing: true }
}
