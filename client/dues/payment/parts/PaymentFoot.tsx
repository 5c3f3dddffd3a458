import { View } from '@tarojs/components'
import { sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { dueFenOf, gapOf, giftFenOf, inputOf, type PaymentForm, totalFenOf } from './payment-form'
import type { RecordedPayment } from './Recorded'

interface PaymentFootProps {
  readonly memberId: string
  readonly form: PaymentForm
  readonly now: number
  readonly onRecorded: (recorded: RecordedPayment) => void
  /** What is due has to be read again: it may not be what it was. */
  readonly onRefused: () => void
}

/** What it comes to, before the button that says it was received. */
export function PaymentFoot({ memberId, form, now, onRecorded, onRefused }: PaymentFootProps) {
  const recording = useCommand(api.dues.recordPayment)
  const gap = gapOf(form, now)
  const total = sayYuan(totalFenOf(form))
  const record = async () => {
    const answer = await recording.run(inputOf(form, memberId))
    if (answer === undefined) onRefused()
    else onRecorded(answer)
  }
  return (
    <>
      <Failed command={recording} />
      {giftFenOf(form) > 0 && (
        <View className="t-body t-center">
          应交 {sayYuan(dueFenOf(form))} 元，多交 {sayYuan(giftFenOf(form))} 元
        </View>
      )}
      <Press
        kind="primary"
        label={gap ?? `收到 ${total} 元`}
        disabled={gap !== undefined}
        isBusy={recording.isRunning}
        busyLabel="正在记…"
        onPress={() => void record()}
      />
    </>
  )
}
