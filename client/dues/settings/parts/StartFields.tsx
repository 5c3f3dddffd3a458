import { useNow } from '../../../kernel/clock'
import { Field } from '../../../ui/Field'
import { MonthField } from '../../parts/MonthField'
import { farmerProblem, type StartForm, startReachOf } from './start-form'

interface StartFieldsProps {
  readonly form: StartForm
  readonly onChange: (form: StartForm) => void
}

export function StartFields({ form, onChange }: StartFieldsProps) {
  const now = useNow()
  return (
    <>
      <MonthField
        label="从哪个月开始在这里记？"
        hint="以前的月份见纸质党费册，不算欠"
        value={form.startMonth}
        {...startReachOf(now)}
        onChange={(startMonth) => onChange({ ...form, startMonth })}
      />
      <Field
        label="务农党员每月交多少元？"
        kind="yuan"
        maxLength={5}
        hint="党费规定第六条：0.20 元到 1.00 元，由支部定"
        value={form.farmerYuan}
        problem={farmerProblem(form.farmerYuan)}
        onChange={(farmerYuan) => onChange({ ...form, farmerYuan })}
      />
    </>
  )
}
