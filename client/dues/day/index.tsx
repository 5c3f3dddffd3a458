import { View } from '@tarojs/components'
import { device } from '../../kernel/device'
import { go, useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { headingOf } from '../../ui/aria'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { sayDayKey } from '../parts/day-words'
import { useDays } from '../parts/use-days'
import { useIsOfficer } from '../parts/use-is-officer'
import { useSayWaiting } from '../parts/use-say-waiting'
import { DayFoot } from './parts/DayFoot'
import { DaySlip } from './parts/DaySlip'
import { DaySums } from './parts/DaySums'

/** One day's money: counted by who took it, checked by a second, who signs on their phone or on the slip. */
export default function DuesDayPage() {
  const { day: asked = '' } = useParams('duesDay')
  const days = useDays()
  const isOfficer = useIsOfficer()
  useSayWaiting()
  const day = days.data?.rows.find((one) => one.day === asked)
  return (
    <Page
      foot={
        day !== undefined &&
        day.count > 0 &&
        (day.stage !== 'closed' ? (
          <DayFoot key={asked} day={day} onChanged={days.refresh} />
        ) : (
          isOfficer && !day.isHandedIn && <Press kind="primary" label="去上缴" onPress={() => go('handIn')} />
        ))
      }
    >
      {/* Not the page's own headline: that would be printed above the slip. */}
      <View className="day-title no-print t-headline" {...headingOf(1)}>
        {asked === '' ? '收党费' : sayDayKey(asked)}
      </View>
      <Answered query={days} lines={6}>
        {() =>
          day === undefined || day.count === 0 ? (
            <Empty
              icon="calendar"
              words="这一天还没有收党费"
              note={day === undefined ? undefined : '有手机里的还没传上来'}
              action={<Press kind="plain" size="small" label="去收" onPress={() => go('collect')} />}
            />
          ) : (
            <>
              <DaySums day={day} />
              <View className="day-papers no-print">
                {device.canPrint && <Press kind="plain" icon="printer" label="打印日结单" onPress={device.print} />}
                <Press kind="plain" icon="file-text" label="这天的收据" onPress={() => go('receipts', { day: asked })} />
              </View>
              <DaySlip day={day} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}
