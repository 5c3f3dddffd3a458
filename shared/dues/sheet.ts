/** A year of dues as a workbook: the register, what came and went, what was set, and every receipt by its number. */
import type { OutputOf } from '#shared/kernel/contract'
import { instantOf, sayDate, sayMonth } from '#shared/kernel/day'
import { addFen, fen } from '#shared/kernel/fen'
import { moneyValue, rowOf, type Sheet, type SheetRow, type SheetValue, tableFileName } from '#shared/kernel/table'
import type { dues } from './contract'
import { monthsOfYear } from './ids'
import { paidIn, type RegisterMonth, type RegisterRow, registerSums, sayNoAmount, sayNumberIn } from './register'
import {
  changeReasonWords,
  clauseWords,
  handInStateWords,
  kindWords,
  lineKindWords,
  payWayWords,
  reversalReasonWords,
  sayMonths,
  sayReceipt,
} from './words'

type YearView = OutputOf<typeof dues.getYearSheet>
type ApprovalRow = OutputOf<typeof dues.listApprovals>['rows'][number]
type EntryRow = OutputOf<typeof dues.listEntries>['rows'][number]

export interface DuesBookFacts {
  readonly register: readonly RegisterRow[]
  readonly sheet: YearView
  readonly approvals: readonly ApprovalRow[]
  readonly entries: readonly EntryRow[]
}

export function duesSheets(facts: DuesBookFacts): readonly Sheet[] {
  return [registerSheet(facts), yearSheet(facts.sheet), approvalSheet(facts), entrySheet(facts)]
}

export function duesFileName({ year, branchName }: Pick<YearView, 'year' | 'branchName'>): string {
  return tableFileName(`${year} 党费收缴登记册 ${branchName}`)
}

const money = (amount: number) => moneyValue(fen(amount))

/** Two columns a month: what was paid, and on which receipt. */
function registerSheet({ register, sheet: { year, branchName } }: DuesBookFacts): Sheet {
  const months = monthsOfYear(year)
  const { months: sums, total } = registerSums(register, year)
  const heads = ['序号', '姓名', '党小组', ...months.flatMap((month) => [sayMonth(month), '收据']), '合计']
  const lines = register.map((row, index) => {
    const { name, groupName = '', isFormer, paidFen } = row
    const cells = months.flatMap((month) => monthCells(row.months.find((one) => one.month === month)))
    return rowOf('line', [], [index + 1, name, isFormer ? '已不在名单上' : groupName, ...cells, money(paidFen)])
  })
  return {
    name: '登记册',
    isWide: true,
    columnWidths: [6, 10, 12, ...months.flatMap(() => [9, 8]), 11],
    rows: [
      rowOf('title', [heads.length], [`${year} 年党费收缴登记册 · ${branchName}`]),
      rowOf('heads', [], heads),
      ...lines,
      rowOf('sum', [], ['', '合计', '', ...sums.flatMap((amount) => [moneyValue(amount), '']), moneyValue(total)]),
    ],
  }
}

function monthCells(month: RegisterMonth | undefined): readonly [SheetValue, SheetValue] {
  if (month === undefined) return ['', '']
  const paid = paidIn(month)
  return [paid === undefined ? sayNoAmount(month) : moneyValue(paid), sayNumberIn(month)]
}

const factColumns = [2, 2, 2] as const

function yearSheet(sheet: YearView): Sheet {
  const { year, branchName, broughtFen, collectedFen, giftFen, largeFen, givenBackFen, handedUpFen, usedFen, inHandFen } = sheet
  const fact = (word: string, value: SheetValue, note = '') => rowOf('fact', factColumns, [word, value, note])
  const lines = sheet.lines.map(({ day, kind, fen: amount, words, by, ...line }) => {
    const kindWord =
      kind === 'reversal' ? `冲正${line.reversedKind === undefined ? '' : lineKindWords[line.reversedKind]}` : lineKindWords[kind]
    const state = line.isReversed ? '已冲正' : line.state === undefined ? '' : handInStateWords[line.state]
    return rowOf('line', [], [sayDayKey(day), kindWord, money(amount), words, by, state])
  })
  return {
    name: '收支表',
    columnWidths: [18, 14, 13, 28, 12, 18],
    rows: [
      rowOf('title', [6], [`${year} 年党费收支表 · ${branchName}`]),
      fact('上年结余', money(broughtFen)),
      fact('本年收缴', money(collectedFen), `收据 ${sheet.receipts} 张，冲正 ${sheet.reversals} 张`),
      fact('其中自愿多交', money(giftFen)),
      fact('其中大额，全数上缴中央', money(largeFen)),
      fact('上级返还', money(givenBackFen)),
      fact('上缴', money(handedUpFen)),
      fact('使用', money(usedFen)),
      fact('年末结余', money(inHandFen), '上年结余 + 收缴 + 返还 − 上缴 − 使用'),
      fact('交齐的党员', `${sheet.settledMembers} 人`, `该交的 ${sheet.members} 人`),
      rowOf('heading', [6], ['上缴、返还、使用']),
      ...listed([], ['日期', '哪一种', '金额', '送的人或用途', '记的人', '情况'], lines, 6),
    ],
  }
}

function approvalSheet({ approvals, sheet: { year, branchName } }: DuesBookFacts): Sheet {
  const lines = approvals.flatMap(({ name, groupName = '', approvals: set }, index) => {
    if (set.length === 0) return [rowOf('line', [], [index + 1, name, groupName, '还没核定', '', '', '', '', ''])]
    return set.map(({ kind, monthlyFen, clause, from, reason, by, at }) =>
      rowOf(
        'line',
        [],
        [
          ...[index + 1, name, groupName, kindWords[kind], money(monthlyFen), clauseWords[clause], sayMonths([from], year)],
          reason === undefined ? '年初核定' : changeReasonWords[reason],
          `${by}，${sayDate(at)}`,
        ],
      ),
    )
  })
  return {
    name: '核定表',
    columnWidths: [6, 10, 12, 14, 11, 18, 11, 20, 26],
    rows: [
      rowOf('title', [9], [`${year} 年党费核定表 · ${branchName}`]),
      ...listed([], ['序号', '姓名', '党小组', '哪一类', '每月', '依据', '从哪月起', '为什么', '谁定的'], lines, 9),
    ],
  }
}

/** Reversals stand under their own numbers and are taken off; what was paid at another branch stands below and is not added. */
function entrySheet({ entries, sheet: { year, branchName } }: DuesBookFacts): Sheet {
  const numbered = entries.filter(({ kind }) => kind === 'receipt' || kind === 'reversal')
  const elsewhere = entries.filter(({ kind }) => kind === 'elsewhere' || kind === 'elsewhereReversal')
  const total = addFen(...numbered.map(signedFen))
  const heads = ['收据', '日期', '姓名', '哪几个月', '金额', '其中多交', '怎么交的', '谁交的', '谁收的', '备注']
  return {
    name: '收据',
    isWide: true,
    columnWidths: [13, 18, 10, 20, 11, 11, 11, 14, 10, 26],
    rows: [
      rowOf('title', [heads.length], [`${year} 年党费收据 · ${branchName}`]),
      ...listed([], heads, numbered.map(entryLine), heads.length),
      rowOf('sum', [4, 1, 5], ['合计', moneyValue(total), '']),
      rowOf('heading', [heads.length], ['在外地交的，不算本支部的钱']),
      ...listed([2, 1, 1, 2, 4], ['日期', '姓名', '哪几个月', '凭什么', '备注'], elsewhere.map(elsewhereLine), heads.length),
    ],
  }
}

function entryLine(entry: EntryRow): SheetRow {
  const { year, number = 0, day, name, months, giftFen, way, payer = '', collector } = entry
  const gift = giftFen === undefined ? '' : moneyValue(fen(entry.kind === 'reversal' ? -giftFen : giftFen))
  const wayWord = way === undefined ? '' : payWayWords[way]
  const said = [sayReceipt(year, number), sayDayKey(day), name, sayMonths(months, year), moneyValue(signedFen(entry)), gift]
  return rowOf('line', [], [...said, wayWord, payer, collector, sayNote(entry)])
}

function elsewhereLine(entry: EntryRow): SheetRow {
  const { day, name, months, year, proof = '' } = entry
  return rowOf('line', [2, 1, 1, 2, 4], [sayDayKey(day), name, sayMonths(months, year), proof, sayNote(entry)])
}

/** The receipt that was taken back may be of the year before: it is named without one. */
function sayNote({ kind, reason, reversedNumber, isReversed }: EntryRow): string {
  const why = reason === undefined ? '' : `：${reversalReasonWords[reason]}`
  if (kind === 'reversal') return `冲正${reversedNumber === undefined ? '' : ` ${String(reversedNumber).padStart(4, '0')} 号`}${why}`
  if (kind === 'elsewhereReversal') return `冲正${why}`
  return isReversed ? '已冲正' : ''
}

function signedFen({ kind, totalFen }: EntryRow) {
  return fen(kind === 'reversal' ? -totalFen : totalFen)
}

/** Where there is nothing, it says so, so that nobody looks for a missing page. */
function listed(columns: readonly number[], heads: readonly string[], lines: readonly SheetRow[], width: number): readonly SheetRow[] {
  return [rowOf('heads', columns, heads), ...(lines.length === 0 ? [rowOf('line', [width], ['没有'])] : lines)]
}

const sayDayKey = (day: string) => sayDate(instantOf(day, '12:00'))
