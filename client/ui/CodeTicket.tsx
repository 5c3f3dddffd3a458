import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { device } from '../kernel/device'
import { CodeView } from './CodeView'
import { OnlyHere } from './OnlyHere'
import { Press } from './Press'
import './code-ticket.scss'

interface CodeTicketProps {
  /** whose it is and what for, for who cannot see the code */
  readonly caption: string
  /** where the code leads */
  readonly link: string
  /** to be read out or typed */
  readonly letters: string
  /** two halves of one sentence, broken between them where they do not fit a line */
  readonly until: readonly [string, string]
}

/** One code to be scanned from this screen, read out, or sent. */
export function CodeTicket({ caption, link, letters, until }: CodeTicketProps) {
  const [copied, setCopied] = useState<boolean>()
  const copy = () => void device.copy(`${caption}：${letters}\n${link}`).then(setCopied)
  return (
    <View className="code-ticket">
      <View className="t-body t-2">让他扫一扫，或者照着输</View>
      <CodeView text={link} size={240} caption={`${caption} ${letters}`} />
      <View className="code-ticket-letters t-hero">{letters}</View>
      <View className="code-ticket-until t-body t-2">
        <Text>{until[0]}</Text>
        <Text>{until[1]}</Text>
      </View>
      <OnlyHere />
      <Press
        kind="plain"
        label={copied === undefined ? '复制下来，发给他' : copied ? '已复制，去微信粘贴' : '复制不了，请念给他'}
        onPress={copy}
      />
    </View>
  )
}
