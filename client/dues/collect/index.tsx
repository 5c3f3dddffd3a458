import { useState } from 'react'
import { dayOf, type MonthKey, monthOf, monthPattern, monthsBetween, sayMonth, shiftMonth } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { countRows } from '../parts/collecting'
import { Started } from '../parts/Started'
import { useBook } from '../parts/use-approvals'
import { useDays } from '../parts/use-days'
import { useMonth } from '../parts/use-month'
import { useSayWaiting } from '../parts/use-say-waiting'
import { sayYearMonth } from '../parts/year-month'
import { Collected } from './parts/Collected'
import { CollectFoot } from './parts/CollectFoot'
import { Collecting } from './parts/Collecting'
import { CollectMore } from './parts/CollectMore'
import { JustCollected } from './parts/JustCollected'
import { useLately } from './parts/use-lately'

/** S5 收党费: one person, one tap, one receipt. */
export default function CollectPage() {
  const now = useNow()
  const [today, current] = [dayOf(now), monthOf(now)]
  const { month: asked = '' } = useParams('collect')
  const [chosen, choose] = useState(monthPattern.test(asked) ? asked : undefined)
  const month = chosen ?? current
  const query = useMonth(month)
  const days = useDays()
  const startMonth = useBook().data?.book?.startMonth ?? shiftMonth(current, -11)
  const lately = useLately()
  useSayWaiting()
  const refresh = () => {
    query.refresh()
    days.refresh()
  }
  const rows = query.data
  const duesDay = days.data?.rows.find(({ day }) => day === today)
  return (
    <Page
      title={`收${sayMonth(month)}党费`}
      note="一人一笔，收到才点"
      isNoteExtra
      beside={rows && <Collected {...countRows(rows, month, startMonth)} />}
      tools={
        query.refusal === undefined && (
          <SwitchChip title="收哪个月的？" value={month} options={monthsFrom(startMonth, month, current)} onChange={choose} />
        )
      }
      whenOffline="没有网，收到的先记在这部手机里"
      foot={rows && <CollectFoot {...{ rows, today, lately }} duesDay={duesDay ?? (days.data && 'none')} onChanged={refresh} />}
    >
      <Started query={query} lines={8}>
        {(listed) => (
          <>
            <Collecting rows={listed} month={month} lately={lately} onChanged={refresh} />
            <JustCollected rows={listed} month={month} today={today} duesDay={duesDay} />
          </>
        )}
      </Started>
      {query.refusal === undefined && <CollectMore />}
    </Page>
  )
}

/** This month first, then back to where the branch began; a year at most. */
function monthsFrom(startMonth: MonthKey, shown: MonthKey, current: MonthKey) {
  const first = [startMonth, shiftMonth(current, -11)].sort().at(-1) ?? current
  const months = new Set([...monthsBetween(first, current), shown])
  return [...months]
    .sort()
    .reverse()
    .map((value) => ({ value, title: value.slice(0, 4) === current.slice(0, 4) ? sayMonth(value) : sayYearMonth(value) }))
}
