import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayClock } from '#shared/kernel/day'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { mayAskLeave, mayGiveOpinion, type ThemeDay } from '../../parts/held'
import { Leave } from '../../parts/Leave'
import { OpinionSheet } from './OpinionSheet'

interface MyRepliesProps {
  readonly themeDay: ThemeDay
  readonly now: number
  readonly onChanged: () => void
}

/** What I said about the day: a sentence about its topics, and that I cannot come. */
export function MyReplies({ themeDay, now, onChanged }: MyRepliesProps) {
  const [isOpen, setOpen] = useState(false)
  const { opinion, mine, leave } = themeDay
  const maySpeak = mayGiveOpinion(themeDay)
  const mayStayAway = mine === undefined && mayAskLeave(themeDay, now)
  const done = () => {
    setOpen(false)
    onChanged()
  }
  const hasLeft = mine === undefined && leave !== undefined && !mayStayAway
  // Before it begins there is always something to say.
  if (mine === undefined && !hasLeft && !maySpeak && opinion === undefined) return null
  const speak = opinion === undefined ? '对议题说句话' : '我对议题说的'
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        我的
      </View>
      <Card kind="list">
        {mine !== undefined && (
          <Row title="签到" answer={<StatusTag tone="ok" icon="circle-check" word={`已签到 ${sayClock(mine.at)}`} />} />
        )}
        {hasLeft && <Row title="请假" answer={<StatusTag tone="info" icon="check" word="已请假" />} />}
        {maySpeak ? (
          <Row icon="pencil" title={speak} isStrong note={opinion ?? '来不了的也能说'} onPress={() => setOpen(true)} />
        ) : (
          opinion !== undefined && <Row title={speak} isStrong note={opinion} />
        )}
      </Card>
      {mayStayAway && <Leave themeDay={themeDay} onChanged={onChanged} />}
      {isOpen && <OpinionSheet themeDay={themeDay} onDone={done} onClose={() => setOpen(false)} />}
    </>
  )
}
