import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayClock } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { sayClockAloud } from '../../../kernel/say-aloud'
import type { Person } from '../../../kernel/session'
import { useTextSize } from '../../../kernel/text-size'
import { Card } from '../../../ui/Card'
import { Listen } from '../../../ui/Listen'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../read-event'
import { PracticeBanner } from './PracticeBanner'
import './done.scss'

interface DoneProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  /** ms: when the server wrote it down */
  readonly at: number
  /** False when it had been written down before this visit. */
  readonly isNew: boolean
  readonly onLeave: () => void
  /** 先练一练: it looks the same, and says that it is not. */
  readonly isPractice?: boolean
  /** For a household: a button for those who have not tapped yet. */
  readonly others: ReactNode
  /** What was tapped for them. */
  readonly children?: ReactNode
}

/** A word, a mark and a time. */
export function Done({ person, themeDay, at, isNew, onLeave, others, isPractice = false, children }: DoneProps) {
  const { isBig } = useTextSize()
  const { phone } = person
  const helper = isNew ? undefined : helperOf(themeDay)
  const foot = (
    <>
      <Press kind="primary" label="好了" onPress={onLeave} />
      {others}
      {helper !== undefined && <Press kind="link" label="不是我" onPress={() => go('looks')} />}
      {helper === undefined && phone !== undefined && <Press kind="link" label="点错了？告诉支书" onPress={() => device.call(phone)} />}
    </>
  )
  const aloud = isNew ? `签到成功。${sayClockAloud(at)}已经记下。` : `您${sayClockAloud(at)}已经签过了，不用再签。`
  return (
    <Page top="owner" owner="签到" listen={<Listen words={aloud} />} foot={foot}>
      {isPractice && <PracticeBanner />}
      <Result kind="done" title={isNew ? '签到成功' : '已经签到'} note={isNew ? `${sayClock(at)} 已记下` : `您 ${sayClock(at)} 已经签过了`}>
        <Card kind="list">
          <Row title="谁" answer={person.name} />
          {helper !== undefined && <Row title="帮您签的" answer={helper} />}
          {!isBig && <Row title="活动" answer={themeDayTitle(themeDay.month)} />}
        </Card>
        <View className="done-more">{children}</View>
      </Result>
    </Page>
  )
}

/** Who tapped it for me, and not who called my name: only a tap of mine can be one that I did not make. */
function helperOf({ mine }: ThemeDay): string | undefined {
  return mine?.source === 'home' || mine?.source === 'code' ? mine.recordedBy : undefined
}
