import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DayKey } from '#shared/kernel/day'
import { headingOf, roleOf } from '../../../ui/aria'
import { Signatures } from '../../../ui/Signatures'
import type { Sheet } from '../../parts/answers'
import { countRows, type MoneyRow, moneyRows, type SumRow, sheetPages, sumRows } from './sheet-rows'
import './year-sheet.scss'
import './year-sheet-paper.scss'

/** Sums on the first sheet, what moved below them and on as many sheets as it needs. No person is in it. */
export function YearSheet({ sheet, today }: { readonly sheet: Sheet; readonly today: DayKey }) {
  const { branchName, year, receipts, reversals, lines } = sheet
  const sums = [...sumRows(sheet, today), ...countRows(sheet)]
  const pages = sheetPages(moneyRows(sheet), sums)
  const source = `照收据 ${receipts} 张、冲正 ${reversals} 张、收支 ${lines.length} 笔生成`
  return (
    <View className="year-sheet">
      {pages.map(({ number, rows }) => (
        <View key={number} className="year-sheet-page">
          {number === 1 && (
            <View className="year-sheet-title" {...headingOf(1)}>
              {/* Broken between its words where it does not fit. */}
              <Text className="year-sheet-word">党费收缴、</Text>
              <Text className="year-sheet-word">使用情况</Text>
            </View>
          )}
          <View className="year-sheet-whose">
            <Text>{branchName}</Text>
            <Text>{year}年</Text>
          </View>
          {number === 1 && <Sums rows={sums} />}
          {number === 1 && (
            <View className="year-sheet-heading" {...headingOf(2)}>
              上缴、返还和使用
            </View>
          )}
          {rows.length > 0 ? <Moved rows={rows} /> : <View className="year-sheet-none">这一年还没有</View>}
          {number === pages.length && <Signatures hands={['制表人', '审核人']} />}
          <View className="year-sheet-foot">
            <Text>{source}</Text>
            <Text className="year-sheet-number">
              第 {number} 页，共 {pages.length} 页
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}

function Sums({ rows }: { readonly rows: readonly SumRow[] }) {
  return (
    <View className="year-sheet-sums" {...roleOf('table')} aria-label="一年的总数">
      {rows.map(({ label, value, isPart }) => (
        <View key={label} className={isPart ? 'year-sheet-sum is-part' : 'year-sheet-sum'} {...roleOf('row')}>
          <Cell kind="label">{label}</Cell>
          <Cell kind="value">{value}</Cell>
        </View>
      ))}
    </View>
  )
}

function Moved({ rows }: { readonly rows: readonly MoneyRow[] }) {
  return (
    <View className="year-sheet-moved" {...roleOf('table')} aria-label="上缴、返还和使用">
      <View className="year-sheet-row year-sheet-heads" {...roleOf('row')}>
        {columns.map(({ kind, word }) => (
          <Cell key={kind} kind={kind}>
            {word}
          </Cell>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.lineId} className="year-sheet-row" {...roleOf('row')}>
          {columns.map(({ kind }) => (
            <Cell key={kind} kind={kind}>
              {row[kind]}
            </Cell>
          ))}
        </View>
      ))}
    </View>
  )
}

const columns = [
  { kind: 'day', word: '日期' },
  { kind: 'what', word: '项目' },
  { kind: 'amount', word: '金额' },
  { kind: 'words', word: '说明' },
] as const

interface CellProps {
  readonly kind: 'label' | 'value' | (typeof columns)[number]['kind']
  readonly children: ReactNode
}

function Cell({ kind, children }: CellProps) {
  return (
    <View className={`year-sheet-cell year-sheet-${kind}`} {...roleOf('cell')}>
      {children}
    </View>
  )
}
