import { yearOf } from '#shared/dues/ids'
import { monthOf } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Started } from '../parts/Started'
import { useApprovals, useBook } from '../parts/use-approvals'
import { ApprovePage } from './parts/ApprovePage'

/** S18 核定一位: the amount and the sum behind it, and what else holds for the member. */
export default function Approve() {
  const { memberId, year: asked = '' } = useParams('approve')
  const current = yearOf(monthOf(useNow()))
  const year = /^20\d\d$/.test(asked) ? asked : current
  const query = useApprovals(year)
  const known = useBook()
  const row = query.data?.find((one) => one.memberId === memberId)
  if (row?.first !== undefined && known.data?.book !== undefined) {
    const { book, rounding } = known.data
    return <ApprovePage {...{ row, year, book, rounding }} first={row.first} onChanged={query.refresh} />
  }
  return (
    <Page title="核定一位">
      <Started query={query} lines={6}>
        {() => (
          <Answered query={known} lines={6}>
            {() =>
              row === undefined ? (
                <ErrorBox refusal={{ code: 'NOT_FOUND', message: '名单上没有这一位' }} />
              ) : (
                <Empty icon="file-text" words={`${row.name}，${year}年不用核定`} note="那年还不在支部，或者见纸质党费册" />
              )
            }
          </Answered>
        )}
      </Started>
    </Page>
  )
}
