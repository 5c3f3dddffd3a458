/** What is typed on the phone: yuan read into fen, and the sum behind an amount, which knows no server. */
import { approveFormOf, gapOf, monthlyOf, monthlyProblem } from '../../client/dues/approve/parts/approve-form'
import { calculate } from '../../client/dues/approve/parts/calculator'
import { hardshipFormOf, hardshipInputOf } from '../../client/dues/approve/parts/hardship-form'
import type { ApprovalRow, ApprovalView } from '../../client/dues/parts/approval-row'
import { offerOf, standingOf } from '../../client/dues/parts/approval-row'
import { arrangementInputOf, arrangementOf, gapOfArrangement } from '../../client/dues/parts/arrangement'
import { fenTyped, problemTyped, readYuan } from '../../client/dues/parts/typed-yuan'
import { farmerProblem, startFormOf, startInputOf } from '../../client/dues/settings/parts/start-form'
import { on } from './nouns'

describe('yuan as they are typed', () => {
  it.each([
    ['3000', 300_000],
    ['0.5', 50],
    [' 12.30 ', 1230],
    ['3000.', 300_000],
    ['0', 0],
  ])('reads %s', (typed, fen) => {
    expect(readYuan(typed)).toEqual({ state: 'amount', fen })
  })

  it.each([
    ['3000.005', '最多写到分，小数点后面两位'],
    ['-3', '不能比零还少，请看一眼'],
    ['1234567890', '数太大了，请看一眼'],
    ['1e308', '请只写数字，如 3000 或 0.50'],
    ['NaN', '请只写数字，如 3000 或 0.50'],
    ['三千', '请只写数字，如 3000 或 0.50'],
    ['3,000', '请只写数字，如 3000 或 0.50'],
    ['1.2.3', '请只写数字，如 3000 或 0.50'],
  ])('says what is wrong with %s', (typed, problem) => {
    expect([problemTyped(typed), fenTyped(typed)]).toEqual([problem, undefined])
  })

  it('says nothing about a field nobody has typed into', () => {
    expect([readYuan(''), problemTyped('  ')]).toEqual([{ state: 'empty' }, undefined])
  })
})

describe('the calculator', () => {
  const due = (...typed: readonly string[]) => calculate('wage', typed, 'fen')?.dueFen

  it('takes the whole amount at one rate, and says so above a bound', () => {
    expect(calculate('wage', ['3000'], 'fen')).toMatchObject({ dueFen: 1500, voluntaryFen: 0, clause: 'article2' })
    expect(calculate('wage', ['3000'], 'fen')).not.toHaveProperty('jump')
    const above = calculate('wage', ['3000.01'], 'fen')
    expect(above?.dueFen).toBe(3000)
    expect(above?.jump).toContain('正好 3000.00 元的，每月交 15.00 元')
    expect(calculate('wage', ['12000'], 'fen')?.jump).toContain('正好 10000.00 元的，每月交 150.00 元')
    expect(calculate('retiree', ['5000.01'], 'jiao')?.jump).toContain('正好 5000.00 元的，每月交 25.00 元')
  })

  it('takes the average of three months, an empty one of which is not nothing', () => {
    expect(calculate('operator', ['4000', '2000', '6600'], 'fen')?.dueFen).toBe(4200)
    expect(calculate('operator', ['9000.01', '0', '0'], 'fen')?.dueFen).toBe(1500)
    expect(calculate('operator', ['12000', '', '3000'], 'fen')).toBeUndefined()
  })

  it('leaves what is above a thousand to the member', () => {
    expect(calculate('annualSalary', ['60000'], 'fen')).toMatchObject({ dueFen: 120_000, approvedFen: 100_000, voluntaryFen: 20_000 })
    expect(calculate('annualSalary', ['50000'], 'fen')).toMatchObject({ dueFen: 100_000, voluntaryFen: 0 })
  })

  it('says nothing about what is no amount', () => {
    expect([due(''), due('3000.005'), due('-1'), due('abc')]).toEqual([undefined, undefined, undefined, undefined])
  })
})

const view = (over: Partial<ApprovalView> = {}): ApprovalView => ({
  ...{ from: '2026-01', kind: 'farmer', monthlyFen: 50, clause: 'article6', by: '老王', at: on('2026-01-05') },
  ...over,
})
const row = (over: Partial<ApprovalRow> = {}): ApprovalRow => ({ memberId: 'm', name: '张建国', first: '2026-01', approvals: [], ...over })

describe('the amount of one member', () => {
  const now = on('2026-11-25')
  const book = { farmerFen: 60 }

  it('one tap takes last year’s amount, else what the branch has set for farmers', () => {
    expect(offerOf(row({ proposal: { kind: 'retiree', monthlyFen: 2500 } }), book)).toMatchObject({ monthlyFen: 2500, isLastYears: true })
    expect(offerOf(row(), book)).toMatchObject({ kind: 'farmer', monthlyFen: 60, from: '2026-01', isLastYears: false })
    const { first: _, ...before } = row()
    expect([offerOf(before, book), standingOf(before)]).toEqual([undefined, 'notNeeded'])
  })

  it('starts with what holds, from this month when it is a change', () => {
    expect(approveFormOf(row(), '2026-01', now)).toMatchObject({ kind: undefined, monthlyYuan: '', from: '2026-01' })
    const held = row({ approvals: [view({ kind: 'wage', monthlyFen: 4800 })] })
    expect(approveFormOf(held, '2026-01', now)).toMatchObject({ kind: 'wage', monthlyYuan: '48.00', from: '2026-11' })
    expect(approveFormOf(row({ approvals: [view()] }), '2025-01', now).from).toBe('2025-01')
  })

  it('says what is missing, one thing after another', () => {
    const form = approveFormOf(row(), '2026-01', now)
    expect(gapOf(form, book, false)).toBe('先选是哪一类')
    expect(gapOf({ ...form, kind: 'wage' }, book, false)).toBe('先写每月交多少')
    expect(gapOf({ ...form, kind: 'wage', monthlyYuan: '1000.01' }, book, false)).toBe('先改好每月交多少')
    expect(gapOf({ ...form, kind: 'farmer' }, book, true)).toBe('先选为什么改')
    expect(gapOf({ ...form, kind: 'farmer', reason: 'correction' }, book, true)).toBeUndefined()
    expect([monthlyOf({ ...form, kind: 'farmer' }, book), monthlyOf({ ...form, kind: 'fixed' }, book)]).toEqual([60, 20])
    expect([monthlyProblem('0'), monthlyProblem('1000')]).toEqual(['不能是 0。有困难的请走困难减免', undefined])
  })

  it('asks for relief without a word about why, and only when it is whole', () => {
    const form = hardshipFormOf({ from: '2026-01', to: '2026-12' }, now)
    expect(form).toMatchObject({ from: '2026-11', to: '2026-11', metOn: '2026-11-25' })
    expect(hardshipInputOf(form)).toBeUndefined()
    expect(hardshipInputOf({ ...form, relief: 'reduced', monthlyYuan: 'x' })).toBeUndefined()
    expect(hardshipInputOf({ ...form, relief: 'waived', to: '2027-03' })).toEqual({
      ...{ from: '2026-11', to: '2027-03', monthlyFen: 0, metOn: '2026-11-25' },
    })
  })

  it('keeps what the branch agreed to before, unless it is taken back', () => {
    const form = arrangementOf(row({ isQuarterly: true, abroadUntil: '2027-06' }), 'excused')
    expect(form.ticked).toEqual(['quarterly', 'abroad', 'excused'])
    expect(gapOfArrangement(form)).toBe('请选到哪个月')
    expect(arrangementInputOf({ ...form, excusedThrough: '2027-01' })).toEqual({
      ...{ isQuarterly: true, abroadUntil: '2027-06', excusedThrough: '2027-01' },
    })
    expect(arrangementInputOf({ ...form, ticked: [] })).toEqual({ isQuarterly: false })
  })
})

describe('the start', () => {
  it('begins this month with what most villages have set, and takes no other amount than the article has', () => {
    const form = startFormOf(undefined, on('2026-11-25'))
    expect(startInputOf(form)).toEqual({ startMonth: '2026-11', farmerFen: 50 })
    expect(['0.19', '0.2', '1', '1.01'].map(farmerProblem)).toEqual([
      ...['务农党员每月 0.20 元到 1.00 元', undefined, undefined, '务农党员每月 0.20 元到 1.00 元'],
    ])
    expect(startInputOf({ ...form, farmerYuan: '1.01' })).toBeUndefined()
  })
})
