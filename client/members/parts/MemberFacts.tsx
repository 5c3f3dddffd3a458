import { instantOf, sayDate, sayMonth } from '#shared/kernel/day'
import { categoryWords, membershipWords, participationWords } from '#shared/members/words'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import type { Matter, MemberRecord } from './member'

interface MemberFactsProps {
  readonly member: MemberRecord
  /** Absent for who may only look. */
  readonly onOpen?: (matter: Matter) => void
}

const sayMonthOf = (day: string) => `${day.slice(0, 4)}年${sayMonth(day.slice(0, 7))}`
const sayDayKey = (day: string) => sayDate(instantOf(day, '12:00'))

/** What is known of a member, a row a matter; an officer taps what is to be put right. */
export function MemberFacts({ member, onOpen }: MemberFactsProps) {
  const { phone, groupName, membership, joinedOn, confirmedOn, participation, record, hasClaimed } = member
  const opens = (matter: Matter) => (onOpen === undefined ? {} : { onPress: () => onOpen(matter) })
  const days = [joinedOn && `${sayDayKey(joinedOn)}入党`, confirmedOn && `${sayDayKey(confirmedOn)}转正`].filter(Boolean).join('，')
  const category = record?.category
  return (
    <Card kind="list">
      <Row title="电话" answer={sayNumber(phone)} {...opens('phone')} />
      <Row title="小组" answer={groupName ?? '没编组'} {...opens('group')} />
      <Row title="党籍" answer={membershipWords[membership]} {...(days === '' ? {} : { note: days })} {...opens('membership')} />
      <Row title="怎么参加" answer={participationWords[participation]} {...opens('participation')} />
      {record !== undefined && (
        <Row
          title="类别"
          answer={category === undefined ? '没定' : categoryWords[category.kind]}
          {...(category === undefined ? {} : { note: `${sayMonthOf(category.recheckOn)}再看` })}
          {...opens('category')}
        />
      )}
      <Row title="手机认领" answer={hasClaimed ? '认领了' : '还没认领'} />
    </Card>
  )
}

function sayNumber(phone: MemberRecord['phone']): string {
  if (phone === undefined) return '还没有'
  return phone === 'lost' ? '打不开了' : phone.masked
}
