import { View } from '@tarojs/components'
import { sayCode } from '#shared/kernel/id'
import { spacedName } from '#shared/members/ids'
import { device } from '../../kernel/device'
import { CodeView } from '../../ui/CodeView'
import type { CardRow } from './cards'

interface PaperCardProps {
  readonly card: CardRow
  readonly branchName: string
}

/** One card: whose it is, the code twice (to scan, to type), and what to do with one that was found. */
export function PaperCard({ card: { name, groupName, code }, branchName }: PaperCardProps) {
  const letters = sayCode(code)
  return (
    <View className="paper-card">
      <View className="paper-card-words">
        <View className="paper-card-name">{spacedName(name)}</View>
        {groupName !== undefined && <View className="paper-card-place">{groupName}</View>}
        <View className="paper-card-place">{branchName}</View>
        <View className="paper-card-code">{letters}</View>
      </View>
      <View className="paper-card-picture">
        {/* With its white around, the code itself is more than 3.2 cm wide. */}
        <CodeView text={`${device.origin()}/s/${code}`} size="42mm" caption={`${name}的党员卡 ${letters}`} />
      </View>
      <View className="paper-card-found">捡到请交给村委</View>
    </View>
  )
}
