import { monthOf, monthPattern } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Started } from '../parts/Started'
import { useMonth } from '../parts/use-month'
import { useSayWaiting } from '../parts/use-say-waiting'
import { PaymentPage } from './parts/PaymentPage'

/** One member's payment: several months, somebody else's hand, another way or day, a gift, or what has to be put right. */
export default function Payment() {
  const { memberId, month: asked = '' } = useParams('payment')
  const current = monthOf(useNow())
  const month = monthPattern.test(asked) ? asked : current
  const query = useMonth(month)
  useSayWaiting()
  const rows = query.data
  const row = rows?.find((one) => one.memberId === memberId)
  if (rows !== undefined && row !== undefined) {
    return <PaymentPage key={`${row.memberId} ${month}`} row={row} rows={rows} month={month} onChanged={query.refresh} />
  }
  return (
    <Page title="收党费">
      <Started query={query} lines={6}>
        {() => <ErrorBox refusal={{ code: 'NOT_FOUND', message: '名单上没有这一位' }} />}
      </Started>
    </Page>
  )
}
