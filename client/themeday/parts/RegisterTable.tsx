import { View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import type { RegisterLine } from './register-pages'

interface RegisterTableProps {
  readonly lines: readonly RegisterLine[]
  /** Rows to be drawn, so that both columns of a sheet end together. */
  readonly height: number
  /** The only table whose head row a phone shows: there all of them read as one list. */
  readonly isFirst: boolean
}

const heads = ['序', '姓名', '怎么到的', '签名'] as const

/** One column of names with its own head row; the last cell is left for the pen. */
export function RegisterTable({ lines, height, isFirst }: RegisterTableProps) {
  if (lines.length === 0) return <View className="register-table is-blank" />
  const blanks = Array.from({ length: Math.max(0, height - lines.length) }, (_, index) => `blank${index}`)
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
          <Row key={line.place} cells={[String(line.place), line.name, line.how, '']} />
        ))}
        {blanks.map((blank) => (
          <Row key={blank} isBlank cells={['', '', '', '']} />
        ))}
      </View>
    </View>
  )
}

interface RowProps {
  readonly cells: readonly [string, string, string, string]
  readonly isBlank?: boolean
}

function Row({ cells: [place, name, how, signature], isBlank = false }: RowProps) {
  return (
    <View className={isBlank ? 'register-row is-blank' : 'register-row'} {...roleOf('row')}>
      <View className="register-cell" {...roleOf('cell')}>
        {place}
      </View>
      <View className="register-cell" {...roleOf('cell')}>
        {name}
      </View>
      <View className="register-cell" {...roleOf('cell')}>
        {how}
      </View>
      <View className="register-cell" {...roleOf('cell')}>
        {signature}
      </View>
    </View>
  )
}
