import { View } from '@tarojs/components'
import { useState } from 'react'
import { useNow } from '../../kernel/clock'
import { device } from '../../kernel/device'
import { useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { rollOf } from '../parts/roll'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'
import { CodeOnShow } from './parts/CodeOnShow'
import { OnSite } from './parts/OnSite'
import { OnSiteFoot } from './parts/OnSiteFoot'
import { useInvitation } from './parts/use-invitation'

/** S3 现场: standing in a doorway one needs a number and the names that are missing. A group leader sees the own group. */
export default function OnSitePage() {
  const { themeDayId } = useParams('onSite')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const now = useNow()
  const invitation = useInvitation(themeDay.data, now)
  const [isCodeShown, setCodeShown] = useState(false)

  if (isCodeShown && themeDay.data !== undefined && roll.data !== undefined) {
    return <CodeOnShow themeDay={themeDay.data} roll={rollOf(roll.data)} now={now} onClose={() => setCodeShown(false)} />
  }
  const foot = themeDay.data && roll.data && (
    <OnSiteFoot themeDay={themeDay.data} now={now} onShowCode={() => setCodeShown(true)} onOpened={themeDay.refresh} />
  )
  return (
    <Page foot={foot} footOn="white" share={invitation} whenOffline="没有网，点的名先记在这部手机里">
      <Answered query={themeDay}>
        {(about) => (
          <Answered query={roll} lines={8}>
            {(rows) => (
              <>
                <OnSite themeDay={about} roll={rollOf(rows)} now={now} onChanged={roll.refresh} />
                {device.canShare && invitation && <View className="t-note t-2 t-center">点右上角“⋯”，可以转发到群里</View>}
              </>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
