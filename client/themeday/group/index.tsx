/** L1 我的组: the leader's own people, this month's mark behind each, and a hand for who needs one. */
import { themeDayTitle } from '#shared/themeday/ids'
import { useNow } from '../../kernel/clock'
import { go, useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { nowOf } from '../parts/now-of'
import { rollOf } from '../parts/roll'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'
import { GroupFoot } from './parts/GroupFoot'
import { GroupList } from './parts/GroupList'

export default function GroupPage() {
  const { themeDayId } = useParams('group')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const now = useNow()
  const isOpen = themeDay.data !== undefined && nowOf(themeDay.data, now).state === 'open'
  return (
    <Page
      title="我的组"
      {...(themeDay.data === undefined ? {} : { note: themeDayTitle(themeDay.data.month) })}
      footOn="white"
      foot={themeDay.data && roll.data && <GroupFoot themeDayId={themeDay.data.themeDayId} canHelp={isOpen} />}
    >
      <Answered query={themeDay}>
        {() => (
          <Answered query={roll} lines={8}>
            {(rows) => <GroupList rows={rows} roll={rollOf(rows)} onOpen={(memberId) => go('member', { memberId })} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
