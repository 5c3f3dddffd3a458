import { api } from '../../kernel/api'
import { go } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Card } from '../../ui/Card'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'

/** Only there when somebody waits for a nod. */
export function LateLine() {
  const query = useQuery('themeday.listLate 30', () => api.themeday.listLate({ limit: 30 }))
  const count = query.data?.rows.length ?? 0
  if (count === 0) return null
  const more = query.data?.next === undefined ? '' : '多'
  const button = <Press kind="plain" size="small" label="去看" ariaLabel="晚到的签到，去看" onPress={() => go('late')} />
  return (
    <Card kind="list">
      <Row icon="hourglass" tone="pending" isStrong title="晚到的签到" note={`${count}${more}个等您点头`} answer={button} />
    </Card>
  )
}
