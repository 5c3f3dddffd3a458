import { sayClock } from '#shared/kernel/day'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { outboxWords } from '../../parts/check-ins'

/** What has become of the taps for the others of the household: each by name, none taken for done before it is. */
export function HouseholdTaps({ items }: { readonly items: readonly OutboxItem[] }) {
  if (items.length === 0) return null
  return (
    <Card kind="list">
      {items.map((item) => (
        <Row key={item.requestId} title={item.person.name} isStrong note={item.message} answer={sayItem(item)} />
      ))}
    </Card>
  )
}

function sayItem({ state, at, tapped }: OutboxItem): string {
  return state === 'sent' ? `已签到 ${sayClock(at ?? tapped.at)}` : outboxWords[state]
}
