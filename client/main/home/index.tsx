/** M1: on a theme day the page asks one thing. Officers begin on their own page. */
import { type ReactNode, useEffect } from 'react'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { replace } from '../../kernel/routes'
import { type Person, useSession } from '../../kernel/session'
import { isSystemOn } from '../../kernel/session-memory'
import { homeOf, useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { useVerdicts } from '../parts/check-ins'
import { homeKey } from '../parts/known-theme-days'
import { Opening } from '../parts/Opening'
import { sayPlace } from '../parts/say-place'
import { CollectRow } from './parts/CollectRow'
import { DuesCard } from './parts/DuesCard'
import { Event } from './parts/Event'
import { Uploads } from './parts/Uploads'

export default function Home() {
  const { state, who, person, role } = useSession()
  const start = person === undefined ? 'claim' : homeOf(role, who)
  const isElsewhere = state === 'ready' && start !== 'home'
  useEffect(() => {
    if (isElsewhere) replace(start)
  }, [isElsewhere, start])

  if (person === undefined || isElsewhere) return <Opening />
  if (!isSystemOn(who, 'themeday')) return <BareHome person={person} />
  return <MemberHome person={person} isLeader={role === 'groupLeader'} />
}

interface HomeProps {
  readonly person: Person
  readonly whenOffline?: string
  readonly children: ReactNode
}

/** The greeting, and below it what there is to do. */
function HomeFrame({ person, whenOffline, children }: HomeProps) {
  const tabs = useTabs()
  const roleSwitch = useRoleSwitch()
  return (
    <Page
      top="owner"
      owner="先锋连心"
      title={`${person.name}，您好`}
      note={sayPlace(person)}
      isNoteExtra
      {...(whenOffline === undefined ? {} : { whenOffline })}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      bar={<BottomBar tabs={tabs} active="home" />}
    >
      {children}
    </Page>
  )
}

/** Where the county has turned the theme days off, and perhaps the rest: who I am is still known here. */
function BareHome({ person }: { readonly person: Person }) {
  const nothing = <Empty icon="house" words="这里现在没有要办的事" note="县里开通了什么，这里就看得到" />
  return (
    <HomeFrame person={person}>
      <DuesCard isAsked otherwise={nothing} />
      <CollectRow />
    </HomeFrame>
  )
}

function MemberHome({ person, isLeader }: { readonly person: Person; readonly isLeader: boolean }) {
  const now = useNow()
  const query = useQuery(homeKey, () => api.themeday.list({ limit: 3 }), { isKept: true })
  useVerdicts(person.personId)
  return (
    <HomeFrame person={person} whenOffline="没有网。签到先记下，有网自动传">
      <Uploads onArrived={query.refresh} />
      <Answered query={query}>
        {({ rows }) => <Event person={person} rows={rows} now={now} isLeader={isLeader} onChanged={query.refresh} />}
      </Answered>
      <DuesCard isAsked={query.state !== 'loading'} />
      <CollectRow />
    </HomeFrame>
  )
}
