import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { useNow } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { restart } from '../../../kernel/routes'
import { useTextSize } from '../../../kernel/text-size'
import { outbox } from '../../../kernel/use-outbox'
import { Card } from '../../../ui/Card'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { Row } from '../../../ui/Row'
import { isAskedAfterwards } from '../../parts/check-ins'
import { CarryMe } from './CarryMe'
import './not-yet.scss'

interface NotYetProps {
  readonly item: OutboxItem
  /** the branch's telephone */
  readonly phone: string | undefined
}

/** Tapped and not recorded: it waits for a signal, waits for the organiser, or was refused. Nothing here can be taken for done. */
export function NotYet({ item, phone }: NotYetProps) {
  if (item.state === 'refused') return <Refused item={item} phone={phone} />
  return item.state === 'waiting' ? <Late item={item} /> : <Queued item={item} />
}

const goHome = () => restart('home')
const offline = '没有网，签到先记在手机里'

function Queued({ item }: { readonly item: OutboxItem }) {
  const { isLoose, carry } = item
  const [isShown, setShown] = useState(false)
  const { isBig } = useTextSize()
  if (carry !== undefined && isShown) return <CarryMe item={item} carry={carry} onClose={() => setShown(false)} onHome={goHome} />
  const leave = <Press kind={carry === undefined ? 'primary' : 'plain'} label="知道了，回首页" onPress={goHome} />
  // Two large buttons would cover that it has not been sent: the second one follows below the words.
  const isLeaveBelow = isBig && carry !== undefined
  const foot = (
    <>
      {carry !== undefined && <Press kind="primary" icon="qr-code" label="让支书扫我" onPress={() => setShown(true)} />}
      {!isLeaveBelow && leave}
    </>
  )
  return (
    <Page top="owner" owner="签到" whenOffline={offline} foot={foot}>
      <Result kind="waiting" title={<TwoLines first={isLoose ? '手机存满了，没记住' : '已记在这部手机里'} second="还没传上去" />}>
        <Facts item={item} next={isLoose ? '先别关掉，有网时会自动传。也可以请支书点您的名字' : '有网时会自动传，您不用再点'} />
      </Result>
      {isLeaveBelow && leave}
    </Page>
  )
}

function Late({ item }: { readonly item: OutboxItem }) {
  return (
    <Page top="owner" owner="签到" foot={<Press kind="primary" label="知道了，回首页" onPress={goHome} />}>
      <Result kind="waiting" title={<TwoLines first={isAskedAfterwards(item) ? '补签' : '晚到的签到'} second="等支书点头" />}>
        <Facts item={item} next="支书点了头就算，您不用再点" />
      </Result>
    </Page>
  )
}

/** Why is known, and what can be done about it: somebody to call, or once more where the reason may be gone. */
const mayPass: readonly string[] = ['NOT_OPEN', 'SIGN_IN_FIRST', 'NOT_FOUND']

function Refused({ item, phone }: NotYetProps) {
  const { requestId, message = '', code = '' } = item
  const leave = () => {
    outbox.dismiss(requestId)
    goHome()
  }
  const isWorthAnother = mayPass.includes(code)
  const foot = (
    <>
      {isWorthAnother && <Press kind="primary" label="再传一次" onPress={() => outbox.retry(requestId)} />}
      {phone !== undefined && (
        <Press kind={isWorthAnother ? 'plain' : 'primary'} icon="phone" label="打给支书" onPress={() => device.call(phone)} />
      )}
      <Press kind={isWorthAnother || phone !== undefined ? 'plain' : 'primary'} label="知道了，不传了" onPress={leave} />
    </>
  )
  return (
    <Page top="owner" owner="签到" foot={foot}>
      <Result kind="refused" title="没记上" note={message}>
        <Facts item={item} />
      </Result>
    </Page>
  )
}

/** What is settled in black, what is not in amber: it cannot be mistaken for done. */
function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      <View>{first}</View>
      <View className="not-yet-second">{second}</View>
    </>
  )
}

function Facts({ item, next }: { readonly item: OutboxItem; readonly next?: string }) {
  const { at } = item.tapped
  return (
    <Card kind="list">
      <Row title="谁" answer={item.person.name} />
      <Row title="记下的时间" answer={`${sayDayNear(at, useNow())} ${sayClock(at)}`} />
      {next !== undefined && <Row title="接下来" answer={<View className="not-yet-next">{next}</View>} />}
    </Card>
  )
}
