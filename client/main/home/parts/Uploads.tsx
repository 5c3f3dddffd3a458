import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { sayClock } from '#shared/kernel/day'
import { outbox } from '../../../kernel/use-outbox'
import { roleOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import { isCheckIn, useCheckIns } from '../../parts/check-ins'
import './uploads.scss'

/** What this phone is sending, and what has just arrived: said until the page is left. */
export function Uploads({ onArrived }: { readonly onArrived: () => void }) {
  const items = useCheckIns()
  const arrived = items.filter(({ state }) => state === 'sent')
  const count = arrived.length
  useEffect(() => {
    if (count > 0) onArrived()
  }, [count, onArrived])
  useEffect(
    () => () => {
      for (const { requestId, state } of outbox.items().filter(isCheckIn)) if (state === 'sent') outbox.dismiss(requestId)
    },
    [],
  )
  const isSending = outbox.isSending() && items.some(({ state }) => state === 'queued')
  if (!isSending && count === 0) return null
  return (
    <View className="uploads" {...roleOf('status')}>
      {isSending && (
        <View className="upload upload-pending">
          <Icon name="clock" />
          <Text>正在传签到…</Text>
        </View>
      )}
      {arrived.map(({ requestId, person, at, tapped }) => (
        <View key={requestId} className="upload upload-ok">
          <Icon name="circle-check" />
          <Text>
            {person.name}签到成功 · {sayClock(at ?? tapped.at)} 已记下
          </Text>
        </View>
      ))}
    </View>
  )
}
