import { spacedName } from '#shared/members/ids'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { Counter } from '../../parts/Counter'
import { type Roll, type RollRow, sayHow } from '../../parts/roll'

interface GroupListProps {
  readonly rows: readonly RollRow[]
  readonly roll: Roll
  /** To the member's own page, where the number is. */
  readonly onOpen: (memberId: string) => void
}

/** In roster order; a tap leads to the member, and to the number there. */
export function GroupList({ rows, roll, onOpen }: GroupListProps) {
  return (
    <>
      <Card>
        <Counter present={roll.present.length} expected={roll.expected} size="hero" />
      </Card>
      <Card kind="list">
        {rows.map((row) => (
          <Row
            key={row.memberId}
            isStrong
            title={spacedName(row.name)}
            answer={<Mark row={row} />}
            ariaLabel={`${row.name}，看一看，打电话`}
            onPress={() => onOpen(row.memberId)}
          />
        ))}
      </Card>
    </>
  )
}

function Mark({ row: { attendance, leave, isExcused } }: { readonly row: RollRow }) {
  if (attendance !== undefined) return <StatusTag tone="ok" icon="check" word={sayHow(attendance)} />
  if (leave !== undefined) return <StatusTag tone="plain" icon="calendar" word="请假了" />
  if (isExcused) return <StatusTag tone="info" icon="house" word="不用来" />
  return <StatusTag tone="plain" icon="circle" word="没到" />
}
