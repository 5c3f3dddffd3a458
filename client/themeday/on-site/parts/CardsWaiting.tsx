import { outbox } from '../../../kernel/use-outbox'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import type { ThemeDay } from '../../parts/roll'
import { useCardsWaiting } from '../../parts/ticks'

interface CardsWaitingProps {
  readonly themeDay: ThemeDay
  readonly onArrived: (title: string) => void
}

/** Cards read without a signal: nothing that was scanned disappears silently. */
export function CardsWaiting({ themeDay, onArrived }: CardsWaitingProps) {
  const items = useCardsWaiting(themeDay, onArrived)
  if (items.length === 0) return null
  return (
    <Card kind="list">
      {items.map(({ requestId, title, state, message }) =>
        state === 'refused' ? (
          <Row
            key={requestId}
            icon="circle-alert"
            title={title}
            note={`没记上：${message ?? ''}`}
            answer={
              <Press kind="plain" size="small" label="知道了" ariaLabel={`${title}，知道了`} onPress={() => outbox.dismiss(requestId)} />
            }
          />
        ) : (
          <Row key={requestId} title={title} answer={<StatusTag tone="pending" icon="clock" word="待上传" />} />
        ),
      )}
    </Card>
  )
}
