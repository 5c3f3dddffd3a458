import { View } from '@tarojs/components'
import { monthsOfYear } from '#shared/dues/ids'
import { paidIn, type RegisterMonth, type RegisterRow, type RegisterSums, sayNoAmount, sayNumberIn } from '#shared/dues/register'
import { type MonthKey, sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { roleOf } from '../../../ui/aria'
import type { RegisterLine } from './register-sheets'

interface RegisterTableProps {
  readonly year: string
  readonly lines: readonly RegisterLine[]
  /** on the last sheet */
  readonly sums?: RegisterSums
}

/** Members × months, with a head row of its own on every sheet; on a phone each member is a block with what there is to say. */
export function RegisterTable({ year, lines, sums }: RegisterTableProps) {
  const months = monthsOfYear(year)
  return (
    <View className="dues-register-table" {...roleOf('table')} aria-label={`党费，第 ${lines[0]?.place ?? 1} 位起`}>
      <View {...roleOf('rowgroup')}>
        <View className="dues-register-row dues-register-heads" {...roleOf('row')}>
          {['序', '姓名', ...months.map(sayMonth), '合计'].map((head) => (
            <View key={head} className="dues-register-cell" {...roleOf('columnheader')}>
              {head}
            </View>
          ))}
        </View>
      </View>
      <View {...roleOf('rowgroup')}>
        {lines.map(({ place, row }) => (
          <Line key={row.memberId} place={place} row={row} months={months} />
        ))}
        {sums !== undefined && <Sums sums={sums} months={months} />}
      </View>
    </View>
  )
}

interface LineProps {
  readonly place: number
  readonly row: RegisterRow
  readonly months: readonly MonthKey[]
}

function Line({ place, row: { name, isFormer, months: known, paidFen }, months }: LineProps) {
  return (
    <View className="dues-register-row" {...roleOf('row')}>
      <View className="dues-register-cell dues-register-place" {...roleOf('cell')}>
        {place}
      </View>
      <View className="dues-register-cell dues-register-name" {...roleOf('cell')}>
        <View>{spacedName(name)}</View>
        {isFormer && <View className="dues-register-small">已不在名单上</View>}
      </View>
      {months.map((month) => (
        <Month key={month} month={month} settled={known.find((one) => one.month === month)} />
      ))}
      <View className="dues-register-cell dues-register-total" {...roleOf('cell')}>
        <View className="dues-register-label">合计</View>
        <View>{sayYuan(fen(paidFen))}</View>
      </View>
    </View>
  )
}

/** The amount above, its receipt below; where nothing was paid a word, or nothing: that is left for the pen. */
function Month({ month, settled }: { readonly month: MonthKey; readonly settled: RegisterMonth | undefined }) {
  const paid = settled === undefined ? undefined : paidIn(settled)
  const word = settled === undefined ? '' : sayNoAmount(settled)
  const isBlank = paid === undefined && word === ''
  return (
    <View
      className={isBlank ? 'dues-register-cell dues-register-month is-blank' : 'dues-register-cell dues-register-month'}
      {...roleOf('cell')}
    >
      {!isBlank && <View className="dues-register-label">{sayMonth(month)}</View>}
      <View className={paid === undefined ? 'dues-register-small' : ''}>{paid === undefined ? word : sayYuan(paid)}</View>
      {settled?.number !== undefined && <View className="dues-register-small">{sayNumberIn(settled)}</View>}
    </View>
  )
}

function Sums({ sums, months }: { readonly sums: RegisterSums; readonly months: readonly MonthKey[] }) {
  return (
    <View className="dues-register-row dues-register-sums" {...roleOf('row')}>
      <View className="dues-register-cell dues-register-place" {...roleOf('cell')} />
      <View className="dues-register-cell dues-register-name" {...roleOf('cell')}>
        合计
      </View>
      {months.map((month, index) => (
        <View key={month} className="dues-register-cell dues-register-month" {...roleOf('cell')}>
          <View className="dues-register-label">{sayMonth(month)}</View>
          <View>{sayYuan(sums.months[index] ?? fen(0))}</View>
        </View>
      ))}
      <View className="dues-register-cell dues-register-total" {...roleOf('cell')}>
        <View className="dues-register-label">全年</View>
        <View>{sayYuan(sums.total)}</View>
      </View>
    </View>
  )
}
