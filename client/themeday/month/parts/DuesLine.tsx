import { Text, View } from '@tarojs/components'
import { go } from '../../../kernel/routes'
import { headingOf, roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { areDuesDone, type DuesCount } from './use-dues-count'
import './dues-line.scss'

interface DuesLineProps {
  readonly count: DuesCount
  /** The month asks for nothing before it: its verb is the red one. */
  readonly isFirst: boolean
}

/** 党费 23 / 26: who has paid this month, and below it only what somebody has to see to. */
export function DuesLine({ count, isFirst }: DuesLineProps) {
  const { startMonth, paid, expected, unset, notes, forMeeting, openDays } = count
  if (startMonth === undefined) return <NotBegun />
  const isDone = areDuesDone(count)
  return (
    <Card kind="list">
      <View className="dues-line" {...roleOf('listitem')}>
        <View className="dues-line-what">
          <View className="t-title" {...headingOf(2)}>
            党费
          </View>
          <View className="dues-line-count">
            <Text className={`t-hero ${isDone ? 't-ok' : ''}`}>{paid}</Text>
            <Text className="t-body t-2">/ {expected} 交了</Text>
          </View>
        </View>
        <View className="dues-line-verb">
          <Press
            kind={isFirst && !isDone ? 'primary' : 'plain'}
            size="large"
            label={isDone ? '去看' : '去收'}
            ariaLabel={isDone ? '去看，党费' : '去收，党费'}
            onPress={() => go('collect')}
          />
        </View>
      </View>
      {notes > 0 && <Row icon="bell" tone="pending" isStrong title={`${notes} 位说交了，等您核对`} onPress={() => go('collect')} />}
      {unset > 0 && <Row icon="pencil" tone="pending" isStrong title={`${unset} 位还没核定`} onPress={() => go('approvals')} />}
      {openDays > 0 && <Row icon="clock" tone="pending" isStrong title={`${openDays} 天没关账`} onPress={() => go('duesDays')} />}
      {forMeeting > 0 && (
        <Row
          icon="users"
          tone="pending"
          isStrong
          title={`${forMeeting} 位连着六个月没交`}
          note="先谈一谈，支部会再商量"
          onPress={() => go('arrears')}
        />
      )}
      <Row icon="list" isStrong title="党费簿" note="核定、上缴、登记册" onPress={() => go('duesBook')} />
    </Card>
  )
}

function NotBegun() {
  return (
    <Card kind="list">
      <Row
        icon="circle"
        isStrong
        title="党费"
        note="还没开始在这里记"
        answer={<Press kind="plain" size="small" label="去开始" ariaLabel="去开始，党费" onPress={() => go('duesSettings')} />}
      />
    </Card>
  )
}
