import { Text, View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { type Answer, api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { useCommand } from '../../kernel/use-command'
import { CodeView } from '../../ui/CodeView'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'
import { Skeleton } from '../../ui/Skeleton'
import './claim-code.scss'

type Issued = Answer<'claims', 'issue'>

/** Issues an officer's code as it opens: asking again gives the same one while it still runs. */
export function ClaimCode({ personId }: { readonly personId: string }) {
  const { run, refusal, isUnreachable } = useCommand(api.claims.issue)
  const [issued, setIssued] = useState<Issued>()
  const ask = useCallback(() => void run({ personId }).then(setIssued), [run, personId])
  useEffect(ask, [ask])
  if (issued !== undefined) return <Code issued={issued} />
  if (refusal === undefined && !isUnreachable) return <Skeleton isSlow={false} lines={4} />
  return <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
}

function Code({ issued: { code, name, expiresAt } }: { readonly issued: Issued }) {
  const [copied, setCopied] = useState<boolean>()
  const link = `${device.origin()}/s/${code}`
  const copy = () => void device.copy(`${name}的认领码：${sayCode(code)}\n${link}`).then(setCopied)
  return (
    <View className="officer-code">
      <View className="t-body t-2">让他扫一扫，或者照着输</View>
      <CodeView text={link} size={240} caption={`${name}的认领码 ${sayCode(code)}`} />
      <View className="officer-code-letters t-hero">{sayCode(code)}</View>
      <View className="officer-code-until t-body t-2">
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
