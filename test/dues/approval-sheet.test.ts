/** The yearly approval on paper, and how arrears are said. */
import { heightsOf, sheetLinesOf, sheetsOf, sourceOf } from '../../client/dues/approval-sheet/parts/sheet-lines'
import { type ArrearsRow, reminderText, sayClause, sayOwed, sumOwed } from '../../client/dues/arrears/parts/say-arrears'
import type { ApprovalRow, ApprovalView } from '../../client/dues/parts/approval-row'
import { on } from './nouns'

const yearly: ApprovalView = {
  ...{ from: '2026-01', kind: 'wage', monthlyFen: 4800, clause: 'article2', by: '老王', at: on('2026-01-05') },
}
const later: ApprovalView = { ...yearly, from: '2026-07', monthlyFen: 2850, reason: 'incomeChanged', by: '陈芳', at: on('2026-07-02') }
const rowOf = (place: number, approvals: ApprovalView[] = [yearly]): ApprovalRow => ({
  ...{ memberId: `m${place}`, name: '李强', first: '2026-01', approvals },
})

describe('the sheet of approvals', () => {
  it('says the yearly amount, the article, and what changed within the year', () => {
    expect(sheetLinesOf([rowOf(0, [yearly, later]), rowOf(1, [])])).toMatchObject([
      { place: 1, name: '李　强', kind: '按月领工资', monthly: '48.00', clause: '第二条', from: '1月' },
      { place: 2, kind: '', monthly: '', changes: [] },
    ])
    expect(sheetLinesOf([rowOf(0, [yearly, later])])[0]?.changes).toEqual(['7月起 28.50 收入变了'])
    const retired = { ...later, kind: 'retiree', reason: 'retired' } as const
    expect(sheetLinesOf([rowOf(0, [yearly, retired])])[0]?.changes).toEqual(['7月起 离退休 28.50 退休了'])
  })

  it('leaves out whom the year does not concern', () => {
    const { first: _, ...before } = rowOf(0, [])
    expect(sheetLinesOf([before, rowOf(1)]).map(({ memberId }) => memberId)).toEqual(['m1'])
  })

  it('holds a village of 26 on one sheet', () => {
    expect(sheetsOf(sheetLinesOf(Array.from({ length: 26 }, (_, place) => rowOf(place))))).toHaveLength(1)
  })

  it('goes on on another sheet, makes room for changes, and loses nobody', () => {
    const lines = sheetLinesOf(Array.from({ length: 60 }, (_, place) => rowOf(place, place === 0 ? [yearly, later, later] : [yearly])))
    const sheets = sheetsOf(lines)
    expect(sheets.flat()).toEqual(lines)
    for (const sheet of sheets) expect(sheet.reduce((sum, line) => sum + heightsOf(line), 0)).toBeLessThanOrEqual(26)
    expect(sheets.length).toBeGreaterThan(2)
    expect(sheetsOf([])).toEqual([])
  })

  it('names the last record and not the clock', () => {
    expect(sourceOf([rowOf(0, [yearly, later]), rowOf(1)])).toBe('照党费核定生成，最后一笔 2026年7月2日 陈芳')
    expect(sourceOf([])).toBe('还没有核定一位')
  })
})

describe('arrears', () => {
  const months: ArrearsRow['months'] = ['2026-08', '2026-09', '2026-10'].map((month) => ({ month, state: 'overdue', assessedFen: 50 }))
  const owing: ArrearsRow = { memberId: 'm', name: '张建国', months, run: 3, step: 'three' }

  it('says which months, how many, and how many without a break where that is fewer', () => {
    expect(sayOwed(owing, '2026')).toBe('8月到10月没交，3 个月')
    expect(sayOwed({ ...owing, run: 2 }, '2026')).toBe('8月到10月没交，3 个月，连着 2 个月')
    expect(sumOwed(owing)).toBe(150)
  })

  it('names the article only where it has come to that, and never says what becomes of anybody', () => {
    const steps = (['none', 'one', 'three', 'five', 'meeting'] as const).map((step) => sayClause({ ...owing, step }))
    expect(steps.map((said) => said?.includes('第十三条') ?? false)).toEqual([false, false, false, false, true])
    expect(steps.join('')).not.toMatch(/脱党|除名|处理/)
    expect(sayClause({ step: 'none', excusedThrough: '2027-01' })).toContain('到2027年1月先不催')
  })

  it('reminds one person, kindly and without an amount', () => {
    expect(reminderText(owing)).toContain('张建国您好，您8月到10月的党费还没记上')
    expect(reminderText(owing)).not.toMatch(/元|角/)
  })
})
