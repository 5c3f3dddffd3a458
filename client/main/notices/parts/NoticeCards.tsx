import { View } from '@tarojs/components'
import { sayDay, sayDayNear, sayTime } from '#shared/kernel/day'
import type { Person } from '../../../kernel/session'
import { voiceOf } from '../../../kernel/theme-day-voice'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Listen } from '../../../ui/Listen'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { acknowledge, sayNotice, type Told, useIsUnread } from '../../parts/notices'
import { WhenWhere } from '../../parts/WhenWhere'
import './notice-cards.scss'

interface NoticeCardsProps {
  readonly person: Person
  readonly told: readonly Told[]
  readonly now: number
}

/** One card a notice; the first that is still to be read has the red button. */
export function NoticeCards({ person, told, now }: NoticeCardsProps) {
  const isUnread = useIsUnread(person, now)
  const first = told.find(isUnread)
  const isAsked = person.memberId !== undefined
  return (
    <>
      {told.map((one) => (
        <Card key={`${one.themeDayId} ${one.notice.number}`} className="notice">
          <NoticeWords told={one} now={now} />
          <Listen kind="link" words={aloudOf(one, now)} voice={one.notice.kind === 'cancelled' ? undefined : voiceOf(one)} />
          {isUnread(one) ? (
            <Press kind={one === first ? 'primary' : 'plain'} label="我知道了" onPress={() => acknowledge(person, one)} />
          ) : (
            isAsked && now < one.endsAt && <StatusTag tone="ok" icon="circle-check" word="知道了" />
          )}
        </Card>
      ))}
    </>
  )
}

function NoticeWords({ told, now }: { readonly told: Told; readonly now: number }) {
  const { place, topic, notice } = told
  return (
    <>
      <View className="t-note t-2">{sayDayNear(notice.at, now)}说的</View>
      <View className="t-headline" {...headingOf(2)}>
        {sayNotice(told)}
      </View>
      {notice.words !== undefined && <View className="notice-words t-title">{notice.words}</View>}
      {notice.kind !== 'cancelled' && (
        <>
          <WhenWhere when={whenOf(told, now)} where={place} />
          <View className="t-body t-2">{topic}</View>
        </>
      )}
    </>
  )
}

/** `明天，11月25日 星期三 上午 9 点` */
function whenOf({ startsAt }: Told, now: number): string {
  const [near, day] = [sayDayNear(startsAt, now), sayDay(startsAt)]
  return `${near === day ? day : `${near}，${day}`} ${sayTime(startsAt)}`
}

function aloudOf(told: Told, now: number): string {
  const { place, notice } = told
  const where = notice.kind === 'cancelled' ? [] : [`${whenOf(told, now)}，在${place}`]
  return [sayNotice(told), notice.words, ...where].filter(Boolean).join('。')
}
