/** M2 and M3: after a scan the one tap, and how it came out. */
import { useEffect } from 'react'
import { replace, useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Opening } from '../parts/Opening'
import { CheckIn } from './parts/CheckIn'
import { OthersEvent } from './parts/OthersEvent'
import { readEvent } from './read-event'

export default function CheckInPage() {
  const { code = '', themeDayId = '' } = useParams('checkIn')
  const { state, person } = useSession()
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim', code === '' ? {} : { next: code })
  }, [isNobody, code])

  const key = person === undefined ? undefined : `checkIn ${code} ${themeDayId}`
  const query = useQuery(key, () => readEvent({ code, themeDayId }), { isKept: true })
  if (person === undefined) return <Opening />
  if (query.state !== 'ready') {
    return (
      <Page top="back">
        <Answered query={query}>{() => null}</Answered>
      </Page>
    )
  }
  const event = query.data
  if (event.kind === 'others') return <OthersEvent branchName={event.branchName} />
  return <CheckIn person={person} themeDay={event.themeDay} via={code === '' ? 'home' : 'code'} onChanged={query.refresh} />
}
