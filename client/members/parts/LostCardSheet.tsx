import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { go } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'

/** A lost card: whoever finds the old one holds nobody's card any more, and the new one is there to print. */
export function LostCardSheet({ member: { memberId, name }, onClose, onChanged }: MatterProps) {
  const command = useCommand(api.members.replaceCard)
  const replace = async () => {
    if ((await command.run({ memberId })) === undefined) return
    onClose()
    go('cards', { memberId })
  }
  return (
    <EditSheet
      title={`给${name}补一张卡？`}
      command={command}
      saveLabel="补一张"
      onSave={() => void replace()}
      onClose={onClose}
      onLookAgain={onChanged}
    >
      <View className="t-body t-2">原来那张马上作废，捡到的人用不了。新的打印出来交给他</View>
    </EditSheet>
  )
}
