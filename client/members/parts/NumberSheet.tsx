import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { sayPhone } from '#shared/members/phone'
import { api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { Skeleton } from '../../ui/Skeleton'
import type { MatterProps } from './member'

/** The whole number, to be called or read out. That it was looked at is written down, and said. */
export function NumberSheet({ member: { memberId, name }, onClose }: MatterProps) {
  const { run, refusal, isUnreachable } = useCommand(api.members.revealPhone)
  const [phone, setPhone] = useState<string>()
  const ask = useCallback(() => void run({ memberId }).then((answer) => setPhone(answer?.phone)), [run, memberId])
  useEffect(ask, [ask])
  return (
    <Sheet title={`${name}的号码`} onClose={onClose}>
      {phone !== undefined ? (
        <>
          <View className="t-hero">{sayPhone(phone)}</View>
          <View className="t-note t-2">已经记下您看过，他本人看得到</View>
          <Press kind="primary" icon="phone" label="打电话" onPress={() => device.call(phone)} />
        </>
      ) : refusal !== undefined || isUnreachable ? (
        <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
      ) : (
        <Skeleton isSlow={false} lines={2} />
      )}
    </Sheet>
  )
}
