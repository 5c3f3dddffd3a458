import { View } from '@tarojs/components'
import { sayDate } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { spacedName } from '#shared/members/ids'
import type { Answer } from '../../kernel/api'
import { device } from '../../kernel/device'
import { CodeView } from '../../ui/CodeView'

interface SlipProps {
  readonly row: Answer<'claims', 'issueSheet'>['rows'][number] & { readonly code: string }
  readonly branchName: string
  readonly expiresAt: number
}

/** One slip: whose it is, the code twice (to scan, to type), until when, and what to do with it. */
export function Slip({ row, branchName, expiresAt }: SlipProps) {
  const code = sayCode(row.code)
  return (
    <View className="slip">
      <View className="slip-words">
        <View className="slip-name">{spacedName(row.name)}</View>
        <View className="slip-whose">{[branchName, row.groupName].filter(Boolean).join(' · ')}</View>
        <View className="slip-code">{code}</View>
        <View className="slip-until">用到 {sayDate(expiresAt).slice('2026年'.length)}</View>
      </View>
      <View className="slip-picture">
        <CodeView text={`${device.origin()}/s/${row.code}`} size="38mm" caption={`${row.name}的认领码 ${code}`} />
      </View>
      <View className="slip-how">微信扫一扫，看清是您，点“是我”</View>
    </View>
  )
}
