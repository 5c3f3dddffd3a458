/** M2 and M3: after a scan the one tap, and how it came out. */
import { useEffect, useState } from 'react'
import { readScanned } from '#shared/themeday/scanned'
import { moment } from '../../kernel/clock'
import { replace, useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { useCheckInItem } from '../parts/check-ins'
import { Opening } from '../parts/Opening'
import { howOf } from './how-of'
import { CheckIn } from './parts/CheckIn'
import { NotYet } from './parts/NotYet'
import { OthersEvent } from './parts/OthersEvent'
import { useSettling } from './parts/use-settling'
import { type Event, knownEvent, readEvent } from './read-event'

export default function CheckInPage() {
  const { code: text = '', themeDayId = '' } = useParams('checkIn')
  const { state, person } = useSession()
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim', text === '' ? {} : { next: text })
  }, [isNobody, text])

  const [readAt] = useState(moment)
  const scanned = readScanned(text)
  const code = scanned?.code ?? text
  const from = { code, themeDayId }
  const key = person === undefined ? undefined : `checkIn ${code} ${themeDayId}`
  const query = useQuery(key, () => readEvent(from, event), { isKept: true, known: () => knownEvent(from) })
  const event: Event | undefined = query.data
  const themeDay = event?.kind === 'mine' ? event.themeDay : undefined
  const item = useCheckInItem(person?.personId, themeDay?.themeDayId ?? themeDayId)
  const isSettling = useSettling(item)

  if (person === undefined) return <Opening />
  if (item !== undefined && item.state !== 'sent' && !isSettling) return <NotYet item={item} phone={person.phone} />
  if (event?.kind === 'others') return <OthersEvent branchName={event.branchName} />
  if (themeDay === undefined) {
    return (
      <Page top="back">
        <Answered query={query}>{() => null}</Answered>
      </Page>
    )
  }
  return <CheckIn person={person} themeDay={themeDay} how={howOf(scanned, readAt)} item={item} onChanged={query.refresh} />
}
