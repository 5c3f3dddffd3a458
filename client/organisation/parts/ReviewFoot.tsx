import type { Command } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import type { RosterReview } from './roster-review'

interface ReviewFootProps {
  readonly review: RosterReview
  readonly founding: Pick<Command<never, unknown, string>, 'isRunning' | 'refusal' | 'isUnreachable'>
  readonly onFound: () => void
  readonly onBack: () => void
}

/** Nothing is stored while a line is open: the button says how many are left. */
export function ReviewFoot({ review, founding, onFound, onBack }: ReviewFootProps) {
  const { refusal, isUnreachable, isRunning } = founding
  const isOpen = review.openLines.length > 0
  return (
    <>
      <Failed command={{ refusal, isUnreachable }} action={{ label: '回去改', onPress: onBack }} />
      <Press
        kind="primary"
        label={isOpen ? `还有 ${review.openLines.length} 处没弄好` : '就这样，建支部'}
        disabled={isOpen}
        isBusy={isRunning}
        busyLabel="正在建…"
        onPress={onFound}
      />
      {refusal === undefined && <Press kind="plain" label="回去改名单" onPress={onBack} />}
    </>
  )
}
