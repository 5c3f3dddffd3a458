import { monthOf, sayMonth } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { go } from '../../../kernel/routes'
import { useSession } from '../../../kernel/session'
import { isSystemOn } from '../../../kernel/session-memory'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'

/** A group leader collects from the own group. Nothing stands here before the branch has begun. */
export function CollectRow() {
  const { who, role } = useSession()
  const month = monthOf(useNow())
  const isMine = role === 'groupLeader' && isSystemOn(who, 'dues')
  const count = useQuery(isMine ? `dues.countMonth ${month}` : undefined, () => api.dues.countMonth({ month })).data
  if (count?.startMonth === undefined) return null
  const { paid, expected, notes } = count
  return (
    <Card kind="list">
      <Row
        icon="clipboard-list"
        isStrong
        title={`收${sayMonth(month)}党费`}
        {...(notes > 0 ? { note: `${notes} 位说交了，等您核对` } : {})}
        answer={`${paid} / ${expected}`}
        onPress={() => go('collect')}
      />
    </Card>
  )
}
