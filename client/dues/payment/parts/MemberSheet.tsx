import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { Sheet } from '../../../ui/Sheet'
import type { MonthRow } from '../../parts/collecting'

interface MemberSheetProps {
  readonly rows: readonly MonthRow[]
  readonly chosen: string | undefined
  readonly onChoose: (row: MonthRow) => void
  readonly onClose: () => void
}

/** Which member paid for this one. */
export function MemberSheet({ rows, chosen, onChoose, onClose }: MemberSheetProps) {
  const [sought, setSought] = useState('')
  const found = rows.filter(({ name }) => name.includes(sought.trim()))
  const choose = (memberId: string) => {
    const row = rows.find((one) => one.memberId === memberId)
    if (row !== undefined) onChoose(row)
  }
  return (
    <Sheet title="谁替他交的？" closeLabel="先不选" onClose={onClose}>
      <Field label="找人" placeholder="姓名里的字" value={sought} onChange={setSought} maxLength={10} />
      {found.length === 0 ? (
        <View className="t-body t-2">没有找到叫这个的</View>
      ) : (
        <Choice
          label="党员"
          isLabelHidden
          options={found.map(({ memberId, name, groupName }) => ({
            value: memberId,
            title: name,
            ...(groupName === undefined ? {} : { note: groupName }),
          }))}
          value={chosen}
          onChange={choose}
        />
      )}
    </Sheet>
  )
}
