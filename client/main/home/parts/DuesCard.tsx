import type { ReactNode } from 'react'
import type { MonthState } from '#shared/dues/ids'
import { monthStateWords } from '#shared/dues/words'
import { sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { type Answer, api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { useSession } from '../../../kernel/session'
import { isSystemOn } from '../../../kernel/session-memory'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'

interface DuesCardProps {
  /** Not before the first card has its answer: that one matters more. */
  readonly isAsked: boolean
  /** Stands here once it is known that there is nothing to say. */
  readonly otherwise?: ReactNode
}

/** 党费: this month in one line, and what a checker is asked to look at. Below everything else, so that coming late it moves nothing. */
export function DuesCard({ isAsked, otherwise = null }: DuesCardProps) {
  const { who, person } = useSession()
  const isMine = person?.memberId !== undefined && isSystemOn(who, 'dues')
  const dues = useQuery(isMine && isAsked ? 'dues.getHome' : undefined, () => api.dues.getHome({}), { isKept: true })
  if (isMine && dues.state === 'loading') return null
  const { now: month, reminder = 'none', arrears = 0, daysToCheck = 0, openingsToSign = 0 } = dues.data ?? {}
  if (!isMine || month === undefined || month.state === 'notYet') return otherwise
  return (
    <Card kind="list">
      <MonthRow month={month} reminder={reminder} arrears={arrears} />
      {daysToCheck + openingsToSign > 0 && (
        <Row
          icon="user-check"
          tone="pending"
          title="党费请您核对"
          isStrong
          note={[daysToCheck > 0 && `${daysToCheck} 天的账`, openingsToSign > 0 && `纸质册 ${openingsToSign} 行`]
            .filter(Boolean)
            .join('，')}
          onPress={() => go('duesCheck')}
        />
      )}
    </Card>
  )
}

const settled: readonly MonthState[] = ['paid', 'elsewhere', 'waived', 'paper']

type AtHome = Answer<'dues', 'getHome'>

interface MonthRowProps {
  readonly month: NonNullable<AtHome['now']>
  readonly reminder: AtHome['reminder']
  readonly arrears: number
}

function MonthRow({ month: { month, state, assessedFen }, reminder, arrears }: MonthRowProps) {
  const amount = assessedFen === undefined ? '' : ` ${sayYuan(fen(assessedFen))} 元`
  const look = settled.includes(state)
    ? ({ tone: 'ok', icon: 'circle-check' } as const)
    : ({ tone: state === 'due' ? 'pending' : 'plain', icon: 'circle' } as const)
  return (
    <Row
      icon="file-text"
      title={`${sayMonth(month)}党费${amount}`}
      isStrong
      {...(reminder === 'none' ? {} : { note: `前面还有 ${arrears} 个月没交` })}
      answer={<StatusTag {...look} word={monthStateWords[state]} />}
      onPress={() => go('myDues')}
    />
  )
}
