import { sayWeekday } from '#shared/kernel/day'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { ChoiceRow } from './ChoiceRow'
import { type DayForm, isDayNumber } from './fixed-day-form'

interface FixedDayFieldsProps {
  readonly form: DayForm
  readonly onChange: (form: DayForm) => void
}

const kinds = [
  { value: 'dayOfMonth', title: '每月几号', note: '如：每月 25 日' },
  { value: 'weekday', title: '第几个星期几', note: '如：第一个星期六' },
  { value: 'none', title: '不固定', note: '每次自己选' },
] as const

const nths = ['第一个', '第二个', '第三个', '第四个', '最后一个'].map((title, index) => ({ value: index + 1, title }))
/** Monday first, as the week is said. */
const weekdays = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({ value: weekday, title: sayWeekday(weekday) }))

export function FixedDayFields({ form, onChange }: FixedDayFieldsProps) {
  const { kind, day, nth, weekday } = form
  return (
    <>
      <Choice label="每月哪天办主题党日？" options={kinds} value={kind} onChange={(next) => onChange({ ...form, kind: next })} />
      {kind === 'dayOfMonth' && (
        <Field
          label="每月几号"
          kind="number"
          value={day}
          maxLength={2}
          hint="没有这一天的月份，就在月底"
          problem={day === '' || isDayNumber(day) ? undefined : '请写 1 到 31'}
          onChange={(next) => onChange({ ...form, day: next })}
        />
      )}
      {kind === 'weekday' && (
        <Card kind="list">
          <ChoiceRow title="第几个" options={nths} value={nth} onChange={(next) => onChange({ ...form, nth: next })} />
          <ChoiceRow title="星期几" options={weekdays} value={weekday} onChange={(next) => onChange({ ...form, weekday: next })} />
        </Card>
      )}
    </>
  )
}
