/** 党费收据: one, as its owner and those who collect see it; or all of a day, to print and cut apart. */
import { useState } from 'react'
import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { PrintFoot } from '../../ui/PrintFoot'
import { useIsOfficer } from '../parts/use-is-officer'
import { DayReceipts } from './parts/DayReceipts'
import { OneReceipt } from './parts/OneReceipt'
import { ReverseReceipt } from './parts/ReverseReceipt'
import { isHandedOut, type ReceiptView } from './parts/receipt'

export default function ReceiptsPage() {
  const { entryId = '', day } = useParams('receipts')
  return day === undefined ? <One entryId={entryId} /> : <OfDay day={day} />
}

function One({ entryId }: { readonly entryId: string }) {
  const isOfficer = useIsOfficer()
  const [isReversing, setReversing] = useState(false)
  const query = useQuery(`dues.getReceipt ${entryId}`, () => api.dues.getReceipt({ entryId }))
  const receipt = query.data
  const close = () => setReversing(false)
  return (
    <Page
      width="desk"
      foot={
        receipt !== undefined && (
          <>
            {isHandedOut(receipt) && <PrintFoot />}
            {isOfficer && isHandedOut(receipt) && <Press kind="link" label="记错了，冲正" onPress={() => setReversing(true)} />}
          </>
        )
      }
    >
      <Answered query={query} lines={8}>
        {(shown) => <OneReceipt receipt={shown} />}
      </Answered>
      {isReversing && receipt !== undefined && <ReverseReceipt receipt={receipt} onDone={query.refresh} onClose={close} />}
    </Page>
  )
}

function OfDay({ day }: { readonly day: string }) {
  const query = useQuery(`dues.listReceipts ${day}`, () => readAll<ReceiptView, never>((page) => api.dues.listReceipts({ day, ...page })))
  const receipts = query.data?.filter(isHandedOut) ?? []
  return (
    <Page width="desk" foot={receipts.length > 0 && <PrintFoot />}>
      <Answered query={query} lines={8}>
        {() => <DayReceipts day={day} receipts={receipts} />}
      </Answered>
    </Page>
  )
}
