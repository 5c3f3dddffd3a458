import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { lookOf } from './arrears-look'
import { type ArrearsRow, reminderText, sayClause, sayOwed, sumOwed } from './say-arrears'

interface ArrearsCardProps {
  readonly row: ArrearsRow
  /** months of another one are said with theirs */
  readonly year: string
  /** The branch found a good reason: only officers write that down. */
  readonly onExcuse?: () => void
}

/** One person: how many months, what is to be done, and the ways to do it. */
export function ArrearsCard({ row, year, onExcuse }: ArrearsCardProps) {
  const { memberId, name, groupName } = row
  const [isCopied, setCopied] = useState<boolean>()
  const look = lookOf(row)
  const clause = sayClause(row)
  const copyWord = isCopied === undefined ? '复制提醒' : isCopied ? '复制好了' : '没复制上'
  const copy = async () => setCopied(await device.copy(reminderText(row)))
  return (
    <Card className="arrears">
      <View className="arrears-head">
        <View className="arrears-name">
          <View className="t-title" {...headingOf(2)}>
            {spacedName(name)}
          </View>
          {groupName !== undefined && <Text className="t-note t-2">{groupName}</Text>}
        </View>
        {look !== undefined && <StatusTag {...look} />}
      </View>
      <View className="arrears-owed t-body">
        <Text>{sayOwed(row, year)}</Text>
        <Text>共 {sayYuan(fen(sumOwed(row)))} 元</Text>
      </View>
      {clause !== undefined && <View className="t-note t-2">{clause}</View>}
      <View className="arrears-ways">
        <Press kind="plain" size="small" label={copyWord} ariaLabel={`${copyWord}，${name}`} onPress={() => void copy()} />
        {onExcuse !== undefined && <Press kind="plain" size="small" label="先不催" ariaLabel={`先不催，${name}`} onPress={onExcuse} />}
        <Press kind="plain" size="small" label="去收" ariaLabel={`去收，${name}`} onPress={() => go('payment', { memberId })} />
      </View>
    </Card>
  )
}
