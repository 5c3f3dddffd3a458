import { View } from '@tarojs/components'
import { sayClock } from '#shared/kernel/day'
import { sayScanned } from '#shared/themeday/scanned'
import { device } from '../../../kernel/device'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { useTextSize } from '../../../kernel/text-size'
import { headingOf } from '../../../ui/aria'
import { CodeView } from '../../../ui/CodeView'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import './carry-me.scss'

interface CarryMeProps {
  readonly item: OutboxItem
  readonly carry: NonNullable<OutboxItem['carry']>
  readonly onClose: () => void
  readonly onHome: () => void
}

/** 让支书扫我: a phone that has a signal reads this check-in off the screen and sends it. Nothing here needs a network. */
export function CarryMe({ item, carry, onClose, onHome }: CarryMeProps) {
  const { isBig } = useTextSize()
  const foot = (
    <>
      <Press kind="primary" label="知道了，回首页" onPress={onHome} />
      {!isBig && <Press kind="plain" label="收起来" onPress={onClose} />}
    </>
  )
  return (
    <Page top="owner" owner="签到" ground="white" whenOffline="没有网，也能让支书扫" foot={foot}>
      <View className="carry-me">
        <View className="t-headline" {...headingOf(1)}>
          让支书扫我
        </View>
        <CodeView text={linkOf(item, carry)} size="min(84vw, 44vh)" caption={`${item.person.name}没传上去的签到`} />
        <View className="t-body t-strong">
          {item.person.name} · {sayClock(item.tapped.at)} 记下的
        </View>
        <View className="t-body t-2">支书扫了就算您传上去了</View>
      </View>
    </Page>
  )
}

/** A build without an address of its own is read by the organiser's page, which does not need one. */
function linkOf({ requestId, tapped }: OutboxItem, { memberId, wallCode }: NonNullable<OutboxItem['carry']>): string {
  const { at, clockOffMs } = tapped
  const carried = { memberId, requestId, tappedAt: at, ...(clockOffMs === undefined ? {} : { clockOffMs }) }
  const text = sayScanned({ code: wallCode, carried })
  const origin = device.origin()
  return origin === '' ? text : `${origin}/s/${text}`
}
