/** 门口点名: a tablet at the door. Who comes in taps the own name; there is nothing else to tap here. */
import { useNow } from '../../kernel/clock'
import { back, useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'
import { DoorNames } from './parts/DoorNames'

export default function DoorPage() {
  const { themeDayId } = useParams('door')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const now = useNow()
  const { person } = useSession()
  return (
    <Page
      top="owner"
      owner={person?.branchName ?? '签到'}
      title="到了，点一下自己的名字"
      width="desk"
      footOn="white"
      foot={<Press kind="plain" label="收起来" onPress={back} />}
      whenOffline="没有网，先记在这里，有网自动传"
    >
      <Answered query={themeDay}>
        {(about) => (
          <Answered query={roll} lines={8}>
            {(rows) => <DoorNames themeDay={about} rows={rows} now={now} onChanged={roll.refresh} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
