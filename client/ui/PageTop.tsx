import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back } from '../kernel/routes'
import { useTextSize } from '../kernel/text-size'
import { useOnline } from '../kernel/use-online'
import { roleOf } from './aria'
import { Icon } from './Icon'
import { Press } from './Press'

interface PageTopProps {
  readonly top: 'owner' | 'back'
  readonly owner?: string | undefined
  readonly tools?: ReactNode
  /** 听一听 */
  readonly listen?: ReactNode
}

/** The row of tools: it does not grow with the words, and its right end stays empty for the platform's own menu. */
export function PageTop({ top, owner, tools, listen }: PageTopProps) {
  const { isBig, chooseNext } = useTextSize()
  return (
    <View className="page-tools no-print" {...roleOf('banner')}>
      {top === 'back' ? (
        <Press kind="link" size="small" onPress={back} ariaLabel="返回">
          <Icon name="chevron-left" isFixed />
          <Text className="page-back">返回</Text>
        </Press>
      ) : (
        owner && <Text className="page-owner">{owner}</Text>
      )}
      {tools}
      <Press kind="chip" icon={isBig ? 'check' : 'a-large-small'} label="大字" isOn={isBig} onPress={chooseNext} />
      {listen}
    </View>
  )
}

/** Said before anybody wonders why nothing moves. */
export function OfflineBar({ words = '现在没有网，连上再办' }: { readonly words?: string | undefined }) {
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <View className="page-offline no-print" {...roleOf('status')}>
      <Icon name="wifi-off" />
      <Text>{words}</Text>
    </View>
  )
}
