import { outbox } from '../../../kernel/use-outbox'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import type { Tick } from '../../parts/ticks'

/** Ticks no row of the list can show, of another month or of who left the roster: nothing that was tapped vanishes silently. */
export function OtherTicks({ ticks }: { readonly ticks: readonly Tick[] }) {
  const shown = ticks.filter(({ item }) => item.state !== 'sent')
  if (shown.length === 0) return null
  return (
    <Card kind="list">
      {shown.map(({ item: { requestId, title, state, message } }) =>
        state === 'refused' ? (
          <Row
            key={requestId}
            icon="circle-alert"
            title={title}
            note={`没入账：${message ?? ''}`}
            answer={
              <Press kind="plain" size="small" label="知道了" ariaLabel={`知道了，${title}`} onPress={() => outbox.dismiss(requestId)} />
            }
          />
        ) : (
          <Row key={requestId} title={title} answer={<StatusTag tone="pending" icon="clock" word="待入账" />} />
        ),
      )}
    </Card>
  )
}
