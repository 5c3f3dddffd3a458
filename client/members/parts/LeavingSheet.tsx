import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Leaving, leavings } from '#shared/members/kinds'
import { leavingWords } from '#shared/members/words'
import { api } from '../../kernel/api'
import { back } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'

/** Off the roster: no phone and no code knows the person any more. What was recorded stays. */
export function LeavingSheet({ member: { memberId, version, name }, onClose, onChanged }: MatterProps) {
  const command = useCommand(api.members.remove)
  const [reason, setReason] = useState<Leaving>()
  const [isChecked, setChecked] = useState(false)
  const remove = async () => {
    setChecked(true)
    if (reason !== undefined && (await command.run({ memberId, version, reason })) !== undefined) back()
  }
  return (
    <EditSheet
      title={`把${name}从名单上去掉？`}
      command={command}
      saveLabel="去掉"
      onSave={() => void remove()}
      onClose={onClose}
      onLookAgain={onChanged}
    >
      <View className="t-body t-2">他的手机和认领码就不认得了，签过的到还在</View>
      <Choice
        label={isChecked && reason === undefined ? '请选一样：为什么去掉' : '为什么去掉'}
        options={leavings.map((value) => ({ value, title: leavingWords[value] }))}
        value={reason}
        onChange={setReason}
      />
    </EditSheet>
  )
}
