import { View } from '@tarojs/components'
import { sayClock } from '#shared/kernel/day'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { outboxWords, useCheckIns } from '../../parts/check-ins'

/** In the event's card, where the button stood: what the tap has come to. */
export function Tapped({ item }: { readonly item: OutboxItem }) {
  const open = () => go('checkIn', { themeDayId: item.subject })
  return (
    <View className="event-tapped">
      <Standing item={item} />
      {item.state === 'queued' && <View className="t-body t-2">{sayClock(item.tapped.at)} 记下的，有网时会自动传</View>}
      <Press kind="plain" label={item.state === 'refused' ? '看看为什么' : '看一看'} onPress={open} />
    </View>
  )
}

interface OtherTapsProps {
  readonly person: Person
  /** the theme day in the card above */
  readonly shownId: string | undefined
}

/** Earlier theme days, and others of the household: nothing that was tapped on this phone disappears silently. */
export function OtherTaps({ person, shownId }: OtherTapsProps) {
  const isMine = (item: OutboxItem) => item.person.personId === person.personId
  const others = useCheckIns().filter((item) => item.state !== 'sent' && !(isMine(item) && item.subject === shownId))
  if (others.length === 0) return null
  return (
    <Card kind="list">
      {others.map((item) => (
        <Row
          key={item.requestId}
          title={item.person.name}
          note={item.title}
          isStrong
          answer={<Standing item={item} />}
          {...(isMine(item) ? { onPress: () => go('checkIn', { themeDayId: item.subject }) } : {})}
        />
      ))}
    </Card>
  )
}

function Standing({ item: { state } }: { readonly item: OutboxItem }) {
  if (state === 'refused') return <StatusTag tone="plain" icon="circle-alert" word={outboxWords[state]} />
  return <StatusTag tone="pending" icon={state === 'queued' ? 'clock' : 'hourglass'} word={outboxWords[state]} />
}
