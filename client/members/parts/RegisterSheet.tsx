import { useState } from 'react'
import { monthOf } from '#shared/kernel/day'
import { birthMonthIn, isBirthMonth } from '#shared/members/birth-month'
import { type Education, educations, type Sex, sexes } from '#shared/members/kinds'
import { educationWords, sexWords } from '#shared/members/words'
import { now } from '../../kernel/clock'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'
import { useEdit } from './use-edit'

const none = 'none'
const left = { value: none, title: '不填' } as const

/** The three a county may switch on. Each may stay empty, and is emptied again. */
export function RegisterSheet(props: MatterProps) {
  const { member, onClose, onChanged } = props
  const { command, save } = useEdit(props)
  const known = member.record?.register
  const [typed, setTyped] = useState(known?.birthMonth?.replace('-', '') ?? '')
  const [sex, setSex] = useState<Sex | typeof none>(known?.sex ?? none)
  const [education, setEducation] = useState<Education | typeof none>(known?.education ?? none)
  const [isChecked, setChecked] = useState(false)
  const month = birthMonthIn(typed)
  const problem = typed.trim() === '' ? undefined : problemOf(month)
  const store = () => {
    setChecked(true)
    if (problem !== undefined) return
    void save({ birthMonth: month ?? null, sex: sex === none ? null : sex, education: education === none ? null : education })
  }
  return (
    <EditSheet title={`${member.name}的登记项`} command={command} onSave={store} onClose={onClose} onLookAgain={onChanged}>
      <Field
        label="出生年月"
        kind="number"
        maxLength={8}
        value={typed}
        onChange={setTyped}
        hint="六位数字，如 195603；可以空着"
        problem={isChecked ? problem : undefined}
      />
      <Choice label="性别" options={[...sexes.map((value) => ({ value, title: sexWords[value] })), left]} value={sex} onChange={setSex} />
      <Choice
        label="学历"
        options={[...educations.map((value) => ({ value, title: educationWords[value] })), left]}
        value={education}
        onChange={setEducation}
      />
    </EditSheet>
  )
}

function problemOf(month: string | undefined): string | undefined {
  if (month === undefined) return '年四位、月两位，如 195603'
  return isBirthMonth(month, monthOf(now())) ? undefined : '这个年月不对，请看一眼'
}
