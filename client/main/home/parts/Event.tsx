import { dayOf, monthOf } from '#shared/kernel/day'
import { currentOf } from '#shared/themeday/rules'
import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../../parts/held'
import { EventCard } from './EventCard'
import { NoticeRow } from './NoticeRow'
import { OtherTaps } from './Tapped'

interface EventProps {
  readonly person: Person
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly now: number
  readonly isLeader: boolean
  readonly onChanged: () => void
}

/** The theme day one has in mind now, the one thing to do about it, and where more is said. */
export function Event({ person, rows: all, now, isLeader, onChanged }: EventProps) {
  // A secretary sees their own drafts here as little as anybody else does.
  const rows = all.filter(({ stage }) => stage !== 'draft')
  const latest = currentOf(rows, now)
  const themeDay = latest !== undefined && latest.month >= monthOf(now) ? latest : undefined
  const isToday = themeDay !== undefined && dayOf(themeDay.startsAt) === dayOf(now)
  return (
    <>
      {themeDay === undefined ? (
        <Empty icon="calendar" words="这个月还没有活动" note="支书定好了，这里就看得到" />
      ) : (
        <EventCard person={person} themeDay={themeDay} now={now} onChanged={onChanged} />
      )}
      <OtherTaps person={person} shownId={themeDay?.themeDayId} />
      <Card kind="list">
        {isLeader && isToday && (
          <Row icon="clipboard-list" title="给本组点名" isStrong onPress={() => go('group', { themeDayId: themeDay.themeDayId })} />
        )}
        {themeDay !== undefined && (
          <Row icon="list" title="这次党日办什么" isStrong onPress={() => go('event', { themeDayId: themeDay.themeDayId })} />
        )}
        <NoticeRow person={person} rows={rows} now={now} />
      </Card>
    </>
  )
}
