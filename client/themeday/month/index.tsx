import { monthOf, sayMonth } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { useSession } from '../../kernel/session'
import { isSystemOn } from '../../kernel/session-memory'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { stepOf } from '../parts/step-of'
import { useIsSecretary } from '../parts/use-is-secretary'
import { AroundTheDay } from './parts/AroundTheDay'
import { DuesLine } from './parts/DuesLine'
import { LateLine } from './parts/LateLine'
import { OtherMonths } from './parts/OtherMonths'
import { ThisMonth } from './parts/ThisMonth'
import { areDuesDone, useDuesCount } from './parts/use-dues-count'
import { YearStrip } from './parts/YearStrip'

/** S1 本月: what the month asks of the branch's officers, one verb a line. */
export default function MonthPage() {
  const { who, person } = useSession()
  const roleSwitch = useRoleSwitch()
  const tabs = useTabs()
  const month = monthOf(useNow())
  const isOrganiser = person?.roles.some(({ role }) => role === 'organisationOfficer') ?? false
  const isSecretary = useIsSecretary()
  const hasThemeDay = isSystemOn(who, 'themeday')
  return (
    <Page
      top="owner"
      owner={person?.branchName ?? '先锋连心'}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      title={`${sayMonth(month)}要办的事`}
      bar={<BottomBar tabs={tabs} active="month" />}
    >
      {isOrganiser && !isSecretary ? <DuesAlone /> : <SecretaryOnly>{hasThemeDay ? <Matters /> : <DuesAlone />}</SecretaryOnly>}
    </Page>
  )
}

function Matters() {
  const now = useNow()
  const themeDays = useQuery('themeday.list 12', () => api.themeday.list({ limit: 12 }), { isKept: true })
  const dues = useDuesCount(monthOf(now)).data
  return (
    <Answered query={themeDays}>
      {({ rows }) => {
        const themeDay = rows.find((row) => row.month === monthOf(now))
        const isDayDone = stepOf(themeDay, now) === 'closed'
        return (
          <>
            <ThisMonth themeDay={themeDay} now={now} />
            {dues !== undefined && <DuesLine count={dues} isFirst={isDayDone} />}
            <LateLine isRestDone={isDayDone && (dues === undefined || areDuesDone(dues))} />
            <AroundTheDay themeDay={themeDay} now={now} />
            <OtherMonths rows={rows} now={now} />
            <YearStrip rows={rows} now={now} />
          </>
        )
      }}
    </Answered>
  )
}

/** For who keeps the dues and no theme days, and where the county holds none. */
function DuesAlone() {
  const { who } = useSession()
  const query = useDuesCount(monthOf(useNow()))
  if (!isSystemOn(who, 'dues')) return <Empty icon="house" words="这里现在没有要办的事" note="县里开通了什么，这里就看得到" />
  return <Answered query={query}>{(dues) => <DuesLine count={dues} isFirst />}</Answered>
}
