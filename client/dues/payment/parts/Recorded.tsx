import { sayReceipt } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import type { Answer } from '../../../kernel/api'
import { back, go } from '../../../kernel/routes'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'

export type RecordedPayment = Answer<'dues', 'recordPayment'>

/** The number to write on the slip of paper, and back to the next one. */
export function Recorded({ name, payment }: { readonly name: string; readonly payment: RecordedPayment }) {
  const { entryId, totalFen, year, number } = payment
  return (
    <Page
      foot={
        <>
          <Press kind="primary" label="回名单" onPress={back} />
          <Press kind="link" label="看收据，要纸的能打印" onPress={() => go('receipts', { entryId })} />
        </>
      }
    >
      <Result kind="done" title={`收了 ${sayYuan(fen(totalFen))} 元`} note={`${name}，收据 ${sayReceipt(year, number)}`} />
    </Page>
  )
}
