import { monthOf, sayMonth } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { useSession } from '../../kernel/session'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { stepOf } from '../parts/step-of'
import { AroundTheDay } from './parts/AroundTheDay'
import { LateLine } from './parts/LateLine'
import { OtherMonths } from './parts/OtherMonths'
import { ThisMonth } from './parts/ThisMonth'
import { YearStrip } from './parts/YearStrip'

/** S1 本月: what the month asks of the secretary, one verb a line. */
export default function MonthPage() {
  const { person } = useSession()
  const roleSwitch = useRoleSwitch()
  const tabs = useTabs()
  const month = monthOf(useNow())
  return (
    <Page
      top="owner"
      owner={person?.branchName ?? '先锋连心'}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      title={`${sayMonth(month)}要办的事`}
      bar={<BottomBar tabs={tabs} active="month" />}
    >
      <SecretaryOnly>
        <Matters />
      </SecretaryOnly>
    </Page>
  )
}

function Matters() {
  const now = useNow()
  const themeDays = useQuery('themeday.list 12', () => api.themeday.list({ limit: 12 }), { isKept: true })
  return (
    <Answered query={themeDays}>
      {({ rows }) => {
        const themeDay = rows.find((row) => row.month === monthOf(now))
        return (
          <>
            <ThisMonth themeDay={themeDay} now={now} />
            <LateLine isDayDone={stepOf(themeDay, now) === 'closed'} />
            <AroundTheDay themeDay={themeDay} now={now} />
            <OtherMonths rows={rows} now={now} />
            <YearStrip rows={rows} now={now} />
          </>
        )
      }}
    </Answered>
  )
}
