import { useState } from 'react'
import { yearOf } from '#shared/dues/ids'
import { monthOf } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { go, useParams } from '../../kernel/routes'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { standingOf } from '../parts/approval-row'
import { Started } from '../parts/Started'
import { useApprovals, useBook } from '../parts/use-approvals'
import { YearPicker } from '../parts/YearPicker'
import { shiftYear } from '../parts/year-month'
import { ApprovalList } from './parts/ApprovalList'

/** S18 党费核定: what each member pays a month, set once a year. */
export default function ApprovalsPage() {
  const { year: asked = '' } = useParams('approvals')
  const current = yearOf(monthOf(useNow()))
  const [chosen, choose] = useState(/^20\d\d$/.test(asked) ? asked : undefined)
  const year = chosen ?? current
  const query = useApprovals(year)
  const book = useBook().data?.book
  // As far ahead as anybody may pay: next year, or the year somebody comes back from abroad.
  const abroad = (query.data ?? []).flatMap(({ abroadUntil }) => (abroadUntil === undefined ? [] : [yearOf(abroadUntil)]))
  const lastYear = [shiftYear(current, 1), ...abroad].sort().at(-1) ?? current
  const needed = query.data?.filter((row) => standingOf(row) !== 'notNeeded')
  const approved = needed?.filter((row) => standingOf(row) === 'approved')
  return (
    <Page
      title="党费核定"
      {...(needed === undefined || needed.length === 0 ? {} : { note: `核定了 ${approved?.length ?? 0} / ${needed.length} 人` })}
      foot={
        (approved?.length ?? 0) > 0 && (
          <>
            {year === current && approved?.length === needed?.length && (
              <Press kind="primary" label="都定了，去收党费" onPress={() => go('collect')} />
            )}
            <Press kind="plain" icon="printer" label="核定表" ariaLabel={`${year}年核定表`} onPress={() => go('approvalSheet', { year })} />
          </>
        )
      }
    >
      {book !== undefined && <YearPicker year={year} from={yearOf(book.startMonth)} to={lastYear} onChange={choose} />}
      <Started query={query} lines={8}>
        {(rows) => book && <ApprovalList key={year} rows={rows} year={year} book={book} onChanged={query.refresh} />}
      </Started>
    </Page>
  )
}
