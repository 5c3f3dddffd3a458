import { Text, View } from '@tarojs/components'
import { headingOf, roleOf } from '../../../ui/aria'
import { Signatures } from '../../../ui/Signatures'
import type { ApprovalRow } from '../../parts/approval-row'
import { type SheetLine, sheetLinesOf, sheetsOf, sourceOf } from './sheet-lines'
import './approval-sheet.scss'
import './approval-paper.scss'

interface ApprovalSheetsProps {
  readonly rows: readonly ApprovalRow[]
  readonly year: string
  readonly branch: string
}

/** The whole year, sheet by sheet: the title on the first, the signatures on the last. */
export function ApprovalSheets({ rows, year, branch }: ApprovalSheetsProps) {
  const sheets = sheetsOf(sheetLinesOf(rows))
  return (
    <View className="approval">
      {sheets.map((lines, index) => (
        <View key={lines[0]?.memberId ?? ''} className="approval-page">
          {index === 0 && (
            <View className="approval-title" {...headingOf(1)}>
              <Text className="approval-word">{year}年</Text>
              <Text className="approval-word">党费核定表</Text>
            </View>
          )}
          <View className="approval-whose">
            <Text>{branch}</Text>
            <Text>依据：党费规定，金额单位：元</Text>
          </View>
          <Table lines={lines} />
          {index === sheets.length - 1 && <Signatures hands={['制表人', '审核人']} />}
          <View className="approval-foot">
            <Text>{sourceOf(rows)}</Text>
            <Text className="approval-number">
              第 {index + 1} 页，共 {sheets.length} 页
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}

const heads = ['序', '姓名', '类别', '每月', '依据', '起月', '年内变动', '签名'] as const

/** A phone shows no head row: what stands there needs none. */
function Table({ lines }: { readonly lines: readonly SheetLine[] }) {
  return (
    <View className="approval-table" {...roleOf('table')} aria-label={`核定的党费，第 ${lines[0]?.place ?? 1} 位起`}>
      <View {...roleOf('rowgroup')}>
        <View className="approval-row approval-heads" {...roleOf('row')}>
          {heads.map((head) => (
            <View key={head} className="approval-cell" {...roleOf('columnheader')}>
              {head}
            </View>
          ))}
        </View>
      </View>
      <View {...roleOf('rowgroup')}>
        {lines.map((line) => (
          <Line key={line.place} line={line} />
        ))}
      </View>
    </View>
  )
}

function Line({ line: { place, name, kind, monthly, clause, from, changes } }: { readonly line: SheetLine }) {
  const words = [String(place), name, kind, monthly, clause, from]
  return (
    <View className="approval-row" {...roleOf('row')}>
      {heads.slice(0, words.length).map((head, column) => (
        <View key={head} className="approval-cell" {...roleOf('cell')}>
          {words[column]}
        </View>
      ))}
      <View className="approval-cell" {...roleOf('cell')}>
        {changes.map((change) => (
          <View key={change}>{change}</View>
        ))}
      </View>
      <View className="approval-cell" {...roleOf('cell')} />
    </View>
  )
}
