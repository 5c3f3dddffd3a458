import { useState } from 'react'
import { phonePattern, plainPhone } from '#shared/members/phone'
import { Field } from '../../ui/Field'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'
import { useEdit } from './use-edit'

/** Emptied, the number is taken away. */
export function PhoneSheet(props: MatterProps) {
  const { member, onClose, onChanged } = props
  const { command, save } = useEdit(props)
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const phone = plainPhone(typed)
  const isWrong = phone !== '' || member.phone === undefined ? !phonePattern.test(phone) : false
  const store = () => {
    setChecked(true)
    if (!isWrong) void save({ phone: phone === '' ? null : phone })
  }
  return (
    <EditSheet title={`${member.name}的号码`} command={command} onSave={store} onClose={onClose} onLookAgain={onChanged}>
      <Field
        label="手机号"
        kind="number"
        maxLength={13}
        value={typed}
        onChange={setTyped}
        hint={member.phone === undefined ? '加密存着，看一次记一次' : '空着存上，就是去掉号码'}
        problem={isChecked && isWrong ? '手机号是 11 位数字，请看一眼' : undefined}
      />
    </EditSheet>
  )
}
