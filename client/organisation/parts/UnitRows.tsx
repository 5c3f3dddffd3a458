import { useTextSize } from '../../kernel/text-size'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'
import { levelIcons, sayKind, type UnitRow } from './tree'

interface UnitRowsProps {
  readonly rows: readonly UnitRow[]
  /** Undefined where a row of this kind leads nowhere. */
  readonly onOpen: (row: UnitRow) => (() => void) | undefined
}

/** What lies below a unit; those that were closed stand at the end. */
export function UnitRows({ rows, onOpen }: UnitRowsProps) {
  const { isBig } = useTextSize()
  const open = rows.filter((row) => row.closedAt === undefined)
  const closed = rows.filter((row) => row.closedAt !== undefined)
  return (
    <Card kind="list">
      {[...open, ...closed].map((row) => {
        const onPress = onOpen(row)
        return (
          <Row
            key={row.unitId}
            {...(isBig ? {} : { icon: levelIcons[row.level] })}
            title={row.name}
            isStrong
            {...(isPlainGroup(row) ? {} : { note: sayKind(row) })}
            {...(row.closedAt === undefined ? {} : { answer: <StatusTag tone="plain" icon="x" word="已撤" /> })}
            {...(onPress === undefined ? {} : { onPress })}
          />
        )
      })}
    </Card>
  )
}

/** Its mark and the page say that it is a group; only a group of its own kind has more to say. */
function isPlainGroup({ level, kind }: UnitRow): boolean {
  return level === 'group' && (kind === undefined || kind === 'ordinary')
}
