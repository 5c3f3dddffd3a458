import { monthsOfYear } from '#shared/dues/ids'
import { registerSums, sayNoAmount, sayNumberIn } from '#shared/dues/register'
import { type DuesBookFacts, duesFileName, duesSheets } from '#shared/dues/sheet'
import { instantOf } from '#shared/kernel/day'
import { duesWorkbook } from '../../cloudfunctions/dues/export'
import { base64Table } from '../../cloudfunctions/runtime/late-table'
import { readTable, rowsOf, unpack } from '../themeday/read-table'

const at = instantOf('2026-11-20', '09:40')

type Row = DuesBookFacts['register'][number]
type Month = Row['months'][number]

const months = (known: Partial<Record<string, Omit<Month, 'month'>>>): Month[] =>
  monthsOfYear('2026').map((month) => ({ month, ...(known[month] ?? { state: 'ahead' as const }) }))

const zhang: Row = {
  memberId: 'zhang',
  name: '=SUM(A1:A9)',
  groupName: '一组',
  months: months({
    '2026-01': { state: 'paper' },
    '2026-10': { state: 'paid', fen: 50, number: 1, numberYear: '2026' },
    '2026-11': { state: 'paid', fen: 50, number: 2, numberYear: '2027' },
    '2026-12': { state: 'waived' },
  }),
  paidFen: 100,
}
const wang: Row = {
  memberId: 'wang',
  name: '+王志强',
  months: months({
    '2026-10': { state: 'paid', fen: 4_825, number: 3, numberYear: '2026' },
    '2026-11': { state: 'elsewhere', fen: 1_200 },
  }),
  paidFen: 4_825,
}
const former: Row = { memberId: 'liu', name: '刘桂兰', isFormer: true, months: months({}), paidFen: 0 }

const entry = { year: '2026', day: '2026-11-20', at, months: ['2026-10'], collector: '陈芳', memberId: 'wang', name: '+王志强' }

const facts: DuesBookFacts = {
  register: [zhang, wang, former],
  sheet: {
    year: '2026',
    branchName: '示范村支部',
    ...{ broughtFen: 0, collectedFen: 4_925, giftFen: 100, largeFen: 0, handedUpFen: 4_000, givenBackFen: 0, usedFen: 0, inHandFen: 925 },
    ...{ receipts: 3, reversals: 1, elsewhereMonths: 1, members: 3, settledMembers: 1 },
    lines: [
      { lineId: 'l1', kind: 'handedUp', day: '2026-11-21', at, fen: 4_000, words: '-王志强', way: 'cash', state: 'differs', by: '陈芳' },
    ],
  },
  approvals: [
    {
      ...{ memberId: 'zhang', name: '=SUM(A1:A9)', groupName: '一组' },
      approvals: [
        { from: '2026-01', kind: 'farmer', monthlyFen: 50, clause: 'article6', by: '陈芳', at },
        { from: '2026-07', kind: 'fixed', monthlyFen: 20, clause: 'article6', reason: 'kindChanged', by: '陈芳', at },
      ],
    },
    { memberId: 'wang', name: '+王志强', approvals: [] },
  ],
  entries: [
    { ...entry, entryId: 'e1', kind: 'receipt', number: 1, totalFen: 150, giftFen: 100, way: 'cash', payer: '@女儿张敏', isReversed: true },
    {
      ...entry,
      entryId: 'e2',
      kind: 'reversal',
      number: 2,
      totalFen: 150,
      giftFen: 100,
      way: 'cash',
      reason: 'wrongPerson',
      reversedNumber: 1,
    },
    { ...entry, entryId: 'e3', kind: 'receipt', number: 3, totalFen: 4_825, way: 'bank', payer: '本人' },
    { ...entry, entryId: 'e4', kind: 'elsewhere', totalFen: 1_200, proof: '活动证 12 号' },
  ],
}

const written = async () => Buffer.from(await duesWorkbook(facts, base64Table), 'base64')

describe('the workbook of a year of dues', () => {
  it('holds four sheets, each with its own name', async () => {
    const workbook = unpack(await written()).get('xl/workbook.xml') ?? ''
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['登记册', '收支表', '核定表', '收据'])
  })

  it('fills every row of every sheet to its last column', () => {
    for (const { columnWidths, rows } of duesSheets(facts)) {
      const widths = rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0))
      expect(new Set(widths)).toEqual(new Set([columnWidths.length]))
    }
  })

  it('is a register of amounts and receipts, with what has no amount in words', async () => {
    const rows = rowsOf(readTable(await written()))
    expect(rows[0]).toEqual(['2026 年党费收缴登记册 · 示范村支部'])
    expect(rows[1]?.slice(0, 5)).toEqual(['序号', '姓名', '党小组', '1月', '收据'])
    expect(rows[2]).toEqual(expect.arrayContaining(['1', '=SUM(A1:A9)', '一组', '见纸质', '0.5', '0001', '2027—0002', '免交', '1']))
    expect(rows[3]).toEqual(expect.arrayContaining(['48.25', '0003', '在外地交']))
    expect(rows[4]).toEqual(expect.arrayContaining(['刘桂兰', '已不在名单上']))
  })

  it('adds up: months, members and the year, without what was paid elsewhere', async () => {
    const sums = registerSums(facts.register, '2026')
    expect(sums.months[9]).toBe(4_875)
    expect(sums.months[10]).toBe(50)
    expect(sums.total).toBe(4_925)
    const last = rowsOf(readTable(await written())).at(-1)
    expect(last?.filter((value) => value !== '').slice(0, 1)).toEqual(['合计'])
    expect(last?.at(-1)).toBe('49.25')
  })

  it('gives amounts as numbers and everything written by hand as the text it is', async () => {
    const file = await written()
    const cells = [1, 2, 3, 4].flatMap((number) => readTable(file, number))
    for (const value of ['=SUM(A1:A9)', '+王志强', '-王志强', '@女儿张敏']) {
      expect(new Set(cells.filter((cell) => cell.value === value).map(({ kind }) => kind))).toEqual(new Set(['text']))
    }
    for (const value of ['48.25', '49.25', '0.5', '-1.5']) {
      expect(new Set(cells.filter((cell) => cell.value === value).map(({ kind }) => kind))).toEqual(new Set(['number']))
    }
  })

  it('says what came and went, and who says the sum differs', async () => {
    const rows = rowsOf(readTable(await written(), 2))
    expect(rows.find(([word]) => word === '本年收缴')).toEqual(['本年收缴', '49.25', '收据 3 张，冲正 1 张'])
    expect(rows.find(([word]) => word === '年末结余')?.[1]).toBe('9.25')
    expect(rows.at(-1)).toEqual(['2026年11月21日', '上缴', '40', '-王志强', '陈芳', '上级说数目不对'])
  })

  it('says what was set, why it changed, and for whom nothing is set', async () => {
    const rows = rowsOf(readTable(await written(), 3)).slice(2)
    expect(rows[0]).toEqual(['1', '=SUM(A1:A9)', '一组', '务农', '0.5', '党费规定第六条', '1月', '年初核定', '陈芳，2026年11月20日'])
    expect(rows[1]?.slice(3, 8)).toEqual(['每月两角的', '0.2', '党费规定第六条', '7月', '换了一类'])
    expect(rows[2]).toEqual(expect.arrayContaining(['2', '+王志强', '还没核定']))
  })

  it('lists every number, takes reversals off, and keeps what was paid elsewhere apart', async () => {
    const rows = rowsOf(readTable(await written(), 4))
    expect(rows[2]).toEqual(expect.arrayContaining(['2026—0001 号', '1.5', '现金', '@女儿张敏', '已冲正']))
    expect(rows[3]).toEqual(expect.arrayContaining(['2026—0002 号', '-1.5', '冲正 0001 号：记错了人']))
    expect(rows[5]?.slice(0, 2)).toEqual(['合计', '48.25'])
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['+王志强', '10月', '活动证 12 号']))
  })

  it('says where there is nothing yet', async () => {
    const empty = { ...facts, register: [], approvals: [], entries: [], sheet: { ...facts.sheet, lines: [] } }
    const file = Buffer.from(await duesWorkbook(empty, base64Table), 'base64')
    for (const number of [2, 3, 4]) expect(rowsOf(readTable(file, number)).some(([value]) => value === '没有')).toBe(true)
  })

  it('is a file whose name every computer takes', () =>
    expect(duesFileName({ year: '2026', branchName: '一/二:支部' })).toBe('2026 党费收缴登记册 一二支部.xlsx'))
})

describe('a month in the register', () => {
  it.each([
    ['paper', '见纸质'],
    ['notYet', '未入党'],
    ['elsewhere', '在外地交'],
    ['waived', '免交'],
    ['due', ''],
    ['overdue', ''],
    ['unset', ''],
    ['ahead', ''],
  ] as const)('%s: %s', (state, words) => expect(sayNoAmount({ month: '2026-11', state })).toBe(words))

  it('names a receipt by its number, and by its year where that is another', () => {
    expect(sayNumberIn({ month: '2026-11', state: 'paid', number: 18, numberYear: '2026' })).toBe('0018')
    expect(sayNumberIn({ month: '2026-11', state: 'paid', number: 18, numberYear: '2027' })).toBe('2027—0018')
    expect(sayNumberIn({ month: '2026-11', state: 'due' })).toBe('')
  })
})
