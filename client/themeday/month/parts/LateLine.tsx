import { api } from '../../../kernel/api'
import { go } from '../../../kernel/routes'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'

interface LateLineProps {
  /** The month's theme day is in the book, and its dues are: with nobody waiting the month is done. */
  readonly isRestDone: boolean
}

/** Who waits for a nod. Nobody: said quietly, and that is the month done. */
export function LateLine({ isRestDone }: LateLineProps) {
  const { data } = useQuery('themeday.listLate 30', () => api.themeday.listLate({ limit: 30 }))
  if (data === undefined) return null
  const { rows, next } = data
  if (rows.length === 0) {
    return (
      <Card kind="list">
        <Row icon="circle-check" tone="ok" isStrong title={isRestDone ? '本月都办完了' : '没有等您点头的'} />
      </Card>
    )
  }
  const asked = rows.filter(({ why }) => why !== undefined).length
  const kinds = [...(rows.length > asked ? [`晚到的签到 ${rows.length - asked}`] : []), ...(asked > 0 ? [`补签 ${asked}`] : [])]
  const button = <Press kind="plain" size="small" label="去看" ariaLabel="等您点头，去看" onPress={() => go('late')} />
  return (
    <Card kind="list">
      <Row
        icon="circle"
        tone="pending"
        isStrong
        title={`等您点头 ${rows.length}${next === undefined ? '' : ' 多'} 件`}
        note={kinds.join('，')}
        answer={button}
      />
    </Card>
  )
}
