import { useState } from 'react'
import { type MonthKey, monthOf, shiftMonth } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { PeriodPicker } from '../../ui/PeriodPicker'
import { sayYearMonth } from '../parts/year-month'
import { BranchList } from './parts/BranchList'
import { HandIns } from './parts/HandIns'
import { Hardships } from './parts/Hardships'
import type { BranchDues } from './parts/town-dues'

/** T2: what of the branches' dues is the town's: sums, money that comes up, and one request for relief at a time. */
export default function TownPage() {
  const thisMonth = monthOf(useNow())
  const [chosen, choose] = useState<MonthKey>()
  const month = chosen ?? thisMonth
  const branches = useQuery(`dues.listBranches ${month}`, () =>
    readAll<BranchDues, never>((page) => api.dues.listBranches({ month, ...page })),
  )
  const shift = (by: number) => choose(shiftMonth(month, by))
  const isElsewhere = branches.state === 'refused'
  return (
    <Page width="desk" title="各支部党费" note="只有总数，看不到哪一位交多少">
      {!isElsewhere && (
        <PeriodPicker
          title={sayYearMonth(month)}
          back={{ label: '上个月', onPress: () => shift(-1) }}
          on={{ label: '下个月', isEnd: month >= thisMonth, onPress: () => shift(1) }}
        />
      )}
      <Answered query={branches} lines={6}>
        {(rows) => (
          <>
            <HandIns onReceived={branches.refresh} />
            <Hardships />
            <BranchList rows={rows} month={month} />
          </>
        )}
      </Answered>
    </Page>
  )
}
