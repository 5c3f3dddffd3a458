/** M12 通知: what was told about the theme days, newest first. */
import { useEffect } from 'react'
import { useNow } from '../../kernel/clock'
import { replace } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { useYear } from '../parts/known-theme-days'
import { isTold } from '../parts/notices'
import { Opening } from '../parts/Opening'
import { NoticeCards } from './parts/NoticeCards'

export default function NoticesPage() {
  const { state, person } = useSession()
  const query = useYear()
  const now = useNow()
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim')
  }, [isNobody])

  if (person === undefined) return <Opening />
  return (
    <Page title="通知" whenOffline="没有网。看过的先记下，有网自动传">
      <Answered query={query}>
        {({ rows }) => {
          const told = rows.filter(isTold)
          if (told.length === 0) return <Empty icon="bell" words="还没有通知" note="支书定了党日，这里就看得到" />
          return <NoticeCards person={person} told={told} now={now} />
        }}
      </Answered>
    </Page>
  )
}
