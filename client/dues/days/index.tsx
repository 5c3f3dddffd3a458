import { View } from '@tarojs/components'
import { fen, sayYuan } from '#shared/kernel/fen'
import { go } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'
import type { Day } from '../parts/collecting'
import { lookOf, sayDayKey, sayNumbers } from '../parts/day-words'
import { useDays } from '../parts/use-days'
import { useIsOfficer } from '../parts/use-is-officer'
import { useSayWaiting } from '../parts/use-say-waiting'

/** 哪天收的: every day on which dues came in, and whether two have seen to it. */
export default function DuesDaysPage() {
  const days = useDays()
  const isOfficer = useIsOfficer()
  useSayWaiting()
  const isReady = days.data?.rows.some(({ stage, isHandedIn }) => stage === 'closed' && !isHandedIn) ?? false
  return (
    <Page
      title="哪天收的"
      note="收的人点数，另一个人核对，才算关账"
      isNoteExtra
      foot={isOfficer && isReady && <Press kind="primary" label="去上缴" onPress={() => go('handIn')} />}
    >
      <Answered query={days} lines={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              icon="calendar"
              words="还没有收过党费"
              note="收了第一笔，这里就看得到"
              action={<Press kind="plain" size="small" label="去收" onPress={() => go('collect')} />}
            />
          ) : (
            <Card kind="list">
              {rows.map((one) => (
                <DayRow key={one.day} day={one} />
              ))}
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}

function DayRow({ day: one }: { readonly day: Day }) {
  const { day, count, sumFen, waiting } = one
  const numbers = sayNumbers(one)
  return (
    <Row
      title={sayDayKey(day)}
      isStrong
      note={
        <>
          <View>
            {count} 笔，{sayYuan(fen(sumFen))} 元
          </View>
          {numbers !== undefined && <View>收据 {numbers}</View>}
          {waiting.map(({ name, count: held }) => (
            <View key={`${name} ${held}`} className="t-pending">
              {name}的手机里还有 {held} 笔
            </View>
          ))}
        </>
      }
      answer={<StatusTag {...lookOf(one)} />}
      onPress={() => go('duesDay', { day })}
    />
  )
}
