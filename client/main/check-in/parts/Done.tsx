import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayClock } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../../kernel/device'
import type { Person } from '../../../kernel/session'
import { useTextSize } from '../../../kernel/text-size'
import { Card } from '../../../ui/Card'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../read-event'
import './done.scss'

interface DoneProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  /** ms: when the server wrote it down */
  readonly at: number
  /** False when it had been written down before this visit. */
  readonly isNew: boolean
  readonly onLeave: () => void
  /** For a household: a button for those who have not tapped yet. */
  readonly others: ReactNode
  /** What was tapped for them. */
  readonly children?: ReactNode
}

/** A word, a mark and a time. */
export function Done({ person, themeDay, at, isNew, onLeave, others, children }: DoneProps) {
  const { isBig } = useTextSize()
  const { phone } = person
  const foot = (
    <>
      <Press kind="primary" label="好了" onPress={onLeave} />
      {others}
      {phone !== undefined && <Press kind="link" label="点错了？告诉支书" onPress={() => device.call(phone)} />}
    </>
  )
  return (
    <Page top="owner" owner="签到" foot={foot}>
      <Result kind="done" title={isNew ? '签到成功' : '已经签到'} note={isNew ? `${sayClock(at)} 已记下` : `您 ${sayClock(at)} 已经签过了`}>
        <Card kind="list">
          <Row title="谁" answer={person.name} />
          {!isBig && <Row title="活动" answer={themeDayTitle(themeDay.month)} />}
        </Card>
        <View className="done-more">{children}</View>
      </Result>
    </Page>
  )
}
