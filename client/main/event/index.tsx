/** 这次党日办什么: what it is about, where, and what I can say about it; below it my year. */
import { useEffect } from 'react'
import { themeDayTitle } from '#shared/themeday/ids'
import { useNow } from '../../kernel/clock'
import { replace, restart, useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { useYear } from '../parts/known-theme-days'
import { Opening } from '../parts/Opening'
import { EventFacts } from './parts/EventFacts'
import { EventPlan } from './parts/EventPlan'
import { MyReplies } from './parts/MyReplies'
import { MyYear } from './parts/MyYear'

export default function EventPage() {
  const { themeDayId } = useParams('event')
  const { state, person } = useSession()
  const query = useYear()
  const now = useNow()
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim')
  }, [isNobody])

  if (person === undefined) return <Opening />
  const rows = (query.data?.rows ?? []).filter(({ stage }) => stage !== 'draft')
  const themeDay = rows.find((row) => row.themeDayId === themeDayId)
  return (
    <Page {...(themeDay === undefined ? {} : { title: themeDayTitle(themeDay.month), note: themeDay.topic })}>
      <Answered query={query}>
        {() =>
          themeDay === undefined ? (
            <Empty
              icon="calendar"
              words="这次党日找不到了"
              note="首页有这个月的"
              action={<Press kind="plain" size="small" label="回首页" onPress={() => restart('home')} />}
            />
          ) : (
            <>
              <EventFacts themeDay={themeDay} now={now} />
              <EventPlan themeDay={themeDay} />
              {person.memberId !== undefined && <MyReplies themeDay={themeDay} now={now} onChanged={query.refresh} />}
              {person.memberId !== undefined && <MyYear rows={rows} now={now} />}
            </>
          )
        }
      </Answered>
    </Page>
  )
}
