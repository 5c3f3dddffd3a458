/** M1: on a theme day the page asks one thing. Officers begin on their own page. */
import { useEffect } from 'react'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { replace } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { homeOf, useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { Opening } from '../parts/Opening'
import { sayPlace } from '../parts/say-place'
import { Event } from './parts/Event'

export default function Home() {
  const { state, person, role } = useSession()
  const start = person === undefined ? 'claim' : homeOf(role)
  const isElsewhere = state === 'ready' && start !== 'home'
  useEffect(() => {
    if (isElsewhere) replace(start)
  }, [isElsewhere, start])

  if (person === undefined || isElsewhere) return <Opening />
  return <MemberHome name={person.name} place={sayPlace(person)} isLeader={role === 'groupLeader'} />
}

function MemberHome({ name, place, isLeader }: { readonly name: string; readonly place: string; readonly isLeader: boolean }) {
  const now = useNow()
  const tabs = useTabs()
  const roleSwitch = useRoleSwitch()
  const query = useQuery('themeday.list', () => api.themeday.list({ limit: 3 }), { isKept: true })
  return (
    <Page
      top="owner"
      owner="先锋连心"
      title={`${name}，您好`}
      note={place}
      isNoteExtra
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      bar={<BottomBar tabs={tabs} active="home" />}
    >
      <Answered query={query}>{({ rows }) => <Event rows={rows} now={now} isLeader={isLeader} />}</Answered>
    </Page>
  )
}
