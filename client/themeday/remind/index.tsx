import { View } from '@tarojs/components'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { headingOf } from '../../ui/aria'
import { Page } from '../../ui/Page'
import { readRoll } from '../parts/roll'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'
import { CallList } from './parts/CallList'
import { CopyInvitation } from './parts/CopyInvitation'
import { NotSeen } from './parts/NotSeen'
import { PrintCalls } from './parts/PrintCalls'

/** 提醒大家: words for the group, and the names of those whom words in a group do not reach. */
export default function RemindPage() {
  const { themeDayId } = useParams('remind')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const roll = useQuery(isSecretary && themeDayId ? `themeday.listAttendance ${themeDayId}` : undefined, () => readRoll(themeDayId ?? ''))
  return (
    <Page>
      {/* Not the page's own headline: that would be printed above the list. */}
      <View className="no-print t-headline" {...headingOf(1)}>
        提醒大家
      </View>
      <SecretaryOnly>
        <Answered query={themeDay} lines={6}>
          {(about) => (
            <>
              <CopyInvitation themeDay={about} />
              <Answered query={roll}>
                {(rows) => (
                  <>
                    <NotSeen rows={rows} />
                    <PrintCalls />
                    <CallList themeDay={about} rows={rows} />
                  </>
                )}
              </Answered>
            </>
          )}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
