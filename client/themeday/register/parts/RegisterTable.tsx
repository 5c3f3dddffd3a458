import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { Press } from '../../../ui/Press'
import { columnHeight, heightsOf, type RegisterLine } from './register-pages'

interface RegisterTableProps {
  readonly lines: readonly RegisterLine[]
  /** How high the column is to be, so that both of a sheet end together. */
  readonly height: number
  /** The only table whose head row a phone shows: there all of them read as one list. */
  readonly isFirst: boolean
  readonly onCorrect: (memberId: string) => void
}

const heads = ['序', '姓名', '怎么到的', '签名'] as const

/** One column of names with its own head row; the last cell is left for the pen, and on a screen offers to put a record right. */
export function RegisterTable({ lines, height, isFirst, onCorrect }: RegisterTableProps) {
  if (lines.length === 0) return <View className="register-table is-blank" />
  const blanks = Array.from({ length: Math.max(0, height - columnHeight(lines)) }, (_, index) => `blank${index}`)
  return (
    <View className="register-table" {...roleOf('table')} aria-label={`到会情况，第 ${lines[0]?.place ?? 1} 位起`}>
      <View {...roleOf('rowgroup')}>
        <View className={isFirst ? 'register-row register-heads' : 'register-row register-heads is-again'} {...roleOf('row')}>
          {heads.map((head) => (
            <View key={head} className="register-cell" {...roleOf('columnheader')}>
              {head}
            </View>
          ))}
        </View>
      </View>
      <View {...roleOf('rowgroup')}>
        {lines.map((line) => (
          <Row
            key={line.place}
            kind={heightsOf(line) > 1 ? 'double' : 'single'}
            cells={[String(line.place), line.name, line.how]}
            {...(line.isPresent ? { onCorrect: () => onCorrect(line.memberId) } : {})}
          />
        ))}
        {blanks.map((blank) => (
          <Row key={blank} kind="blank" cells={['', '', '']} />
        ))}
      </View>
    </View>
  )
}

interface RowProps {
  readonly cells: readonly [place: string, name: string, how: string]
  /** `double` for a name too long for one height; `blank` only evens the columns out. */
  readonly kind: 'single' | 'double' | 'blank'
  readonly onCorrect?: () => void
}

function Row({ cells, kind, onCorrect }: RowProps) {
  const name = cells[1]
  return (
    <View className={`register-row is-${kind}`} {...roleOf('row')}>
      {heads.slice(0, 3).map((head, column) => (
        <View key={head} className="register-cell" {...roleOf('cell')}>
          {cells[column]}
        </View>
      ))}
      <View className="register-cell register-sign" {...roleOf('cell')}>
        {onCorrect !== undefined && (
          <View className="register-correct no-print">
            <Press kind="link" size="small" label="更正" ariaLabel={`${name}，更正`} onPress={onCorrect} />
          </View>
        )}
      </View>
    </View>
  )
}
