import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { device } from '../../kernel/device'
import { CodeView } from '../../ui/CodeView'
import { Press } from '../../ui/Press'
import './claim-code.scss'

interface ClaimCodeProps {
  readonly code: string
  readonly name: string
  /** ms */
  readonly expiresAt: number
}

/** One code to be scanned from this screen, read out, or sent. */
export function ClaimCode({ code, name, expiresAt }: ClaimCodeProps) {
  const [copied, setCopied] = useState<boolean>()
  const link = `${device.origin()}/s/${code}`
  const copy = () => void device.copy(`${name}的认领码：${sayCode(code)}\n${link}`).then(setCopied)
  return (
    <View className="claim-code">
      <View className="t-body t-2">让他扫一扫，或者照着输</View>
      <CodeView text={link} size={240} caption={`${name}的认领码 ${sayCode(code)}`} />
      <View className="claim-code-letters t-hero">{sayCode(code)}</View>
      <View className="claim-code-until t-body t-2">
        <Text>{sayDay(expiresAt)}前用，</Text>
        <Text>只能用一次</Text>
      </View>
      <Press
        kind="plain"
        label={copied === undefined ? '复制下来，发给他' : copied ? '已复制，去微信粘贴' : '复制不了，请念给他'}
        onPress={copy}
      />
    </View>
  )
}
