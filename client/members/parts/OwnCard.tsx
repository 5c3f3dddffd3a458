import { View } from '@tarojs/components'
import { sayCode } from '#shared/kernel/id'
import { spacedName } from '#shared/members/ids'
import { device } from '../../kernel/device'
import type { Person } from '../../kernel/session'
import { headingOf } from '../../ui/aria'
import { CodeView } from '../../ui/CodeView'
import { OnlyHere } from '../../ui/OnlyHere'
import './own-card.scss'

interface OwnCardProps {
  readonly person: Person
  readonly code: string
}

/** Whose card it is, so that two of a household hold up the right one, and the code twice: to scan, to read out. */
export function OwnCard({ person: { name, branchName, groupName }, code }: OwnCardProps) {
  const letters = sayCode(code)
  return (
    <View className="own-card">
      <View className="t-hero" {...headingOf(1)}>
        {spacedName(name)}
      </View>
      <View className="t-note t-2">{[branchName, groupName].filter(Boolean).join(' · ')}</View>
      <CodeView text={`${device.origin()}/s/${code}`} size={240} caption={`${name}的党员卡 ${letters}`} />
      <View className="own-card-letters t-headline">{letters}</View>
      <View className="t-body">支书扫一下，就记您到了</View>
      <OnlyHere />
    </View>
  )
}
