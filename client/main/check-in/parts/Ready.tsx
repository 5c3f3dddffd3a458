import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf, sayDay, sayDayNear, sayHour, sayTime } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { voiceOf } from '../../../kernel/theme-day-voice'
import { Listen } from '../../../ui/Listen'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { NameCard } from '../../parts/NameCard'
import { sayPlace } from '../../parts/say-place'
import { WhenWhere } from '../../parts/WhenWhere'
import type { ThemeDay } from '../read-event'
import { PracticeBanner } from './PracticeBanner'
import './ready.scss'

interface ReadyProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly now: number
  readonly isOpen: boolean
  /** Just tapped: the answer is on its way. */
  readonly isSending: boolean
  readonly onCheckIn: () => void
  /** For a household: one button for all of them. */
  readonly together: ReactNode
  /** 先练一练: it looks the same, and says that it is not. */
  readonly isPractice?: boolean
  /** What was tapped for the others. */
  readonly children?: ReactNode
}

/** What it is above, who I am in the middle, the one button under the thumb. */
export function Ready({ person, themeDay, now, isOpen, isSending, onCheckIn, together, isPractice = false, children }: ReadyProps) {
  const { opensAt, startsAt } = themeDay
  const isToday = dayOf(opensAt) === dayOf(now)
  const label = isOpen ? '我到了，签到' : isToday ? `${sayHour(opensAt)}开始签到` : `${sayDay(startsAt).split(' ')[0]}再来签到`
  const foot = (
    <>
      {isOpen && <View className="ready-promise t-note t-2">不拍照，不看您在哪里，点一下就好</View>}
      <Press kind="primary" size="large" label={label} disabled={!isOpen} isBusy={isSending} busyLabel="正在签到…" onPress={onCheckIn} />
      {isOpen && !isSending && together}
    </>
  )
  const title = themeDayTitle(themeDay.month)
  const when = `${sayDayNear(startsAt, now)}${isToday ? '' : ' '}${sayTime(startsAt)}`
  const aloud = `${title}。${when}，在${themeDay.place}。您是${person.name}。`
  const listen = <Listen words={aloud} voice={voiceOf(themeDay)} />
  return (
    <Page title={title} listen={listen} foot={foot} whenOffline="没有网，签到先记在手机里">
      {isPractice && <PracticeBanner />}
      <WhenWhere when={when} where={themeDay.place} />
      <NameCard above="您是" name={person.name} place={sayPlace(person)} isPlaceExtra>
        {!isPractice && (
          <Press kind="link" onPress={() => go('claim', { next: themeDay.code })}>
            <Text>不是我</Text>
          </Press>
        )}
      </NameCard>
      {children}
    </Page>
  )
}
