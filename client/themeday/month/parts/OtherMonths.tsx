import { monthOf, sayDay } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { nowOf } from '../../parts/now-of'
import { nextMonth } from '../../parts/plan'
import type { ThemeDay } from '../../parts/roll'

interface OtherMonthsProps {
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly now: number
}

/** What lies just outside the month: names still to be called today, the next one to be fixed, the last one's sheet. */
export function OtherMonths({ rows, now }: OtherMonthsProps) {
  const month = monthOf(now)
  const current = rows.find((row) => row.month === month)
  const isOver = current !== undefined && current.stage === 'published' && nowOf(current, now).state === 'over'
  const isCallable = isOver && current.closedAt === undefined && nowOf(current, now).isToday
  const next = rows.find((row) => row.month === nextMonth(month) && row.stage !== 'cancelled')
  const last = rows.find((row) => row.month < month && row.stage === 'published')
  if (!isOver && next === undefined && last === undefined) return null
  return (
    <Card kind="list">
      {isCallable && (
        <Line
          icon="users"
          title="还有人没点到名？"
          note="今天之内还能点"
          verb="去现场"
          onPress={() => go('onSite', { themeDayId: current.themeDayId })}
        />
      )}
      {isOver && next === undefined && (
        <Line icon="circle" title={themeDayTitle(nextMonth(month))} note="还没定" verb="去办" onPress={() => go('plan')} />
      )}
      {next !== undefined && (
        <Line
          icon="calendar"
          title={themeDayTitle(next.month)}
          note={`${sayDay(next.startsAt)}${next.stage === 'draft' ? '，还没发布' : ''}`}
          verb={next.stage === 'draft' ? '去发布' : '去看'}
          onPress={() =>
            next.stage === 'draft' ? go('plan', { themeDayId: next.themeDayId }) : go('onSite', { themeDayId: next.themeDayId })
          }
        />
      )}
      {last !== undefined && (
        <Line
          icon={last.closedAt === undefined ? 'circle' : 'circle-check'}
          title={themeDayTitle(last.month)}
          note={`${sayDay(last.startsAt)}${last.closedAt === undefined ? '，还没归档' : ''}`}
          verb={last.closedAt === undefined ? '去归档' : '登记表'}
          onPress={() => go(last.closedAt === undefined ? 'close' : 'register', { themeDayId: last.themeDayId })}
        />
      )}
    </Card>
  )
}

interface LineProps {
  readonly icon: 'users' | 'circle' | 'calendar' | 'circle-check'
  readonly title: string
  readonly note: string
  readonly verb: string
  readonly onPress: () => void
}

const tones = { users: {}, circle: { tone: 'pending' }, calendar: { tone: 'info' }, 'circle-check': { tone: 'ok' } } as const

function Line({ icon, title, note, verb, onPress }: LineProps) {
  const button = <Press kind="plain" size="small" label={verb} ariaLabel={`${title}，${verb}`} onPress={onPress} />
  return <Row icon={icon} {...tones[icon]} isStrong title={title} note={note} answer={button} />
}
