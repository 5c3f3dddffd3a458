/** What a member reads of their own dues: exact, and never a threat. */
import type { MonthState } from '#shared/dues/ids'
import { lastYearOf, type MyEntry, openMonths, reasonsOf, sayAloud, sayEntry, sayReminder } from '../../client/dues/mine/parts/say-mine'
import type { MyDues } from '../../client/dues/parts/answers'
import { on } from './nouns'

const month = (key: string, state: MonthState = 'overdue', assessedFen = 50) => ({ month: key, state, assessedFen })
const approval: NonNullable<MyDues['approval']> = {
  ...{ from: '2026-01', kind: 'farmer', monthlyFen: 50, clause: 'article6', by: '老王', at: on('2026-01-05') },
}
const entry = (over: Partial<MyEntry> = {}): MyEntry => ({
  ...{ entryId: 'b1_2026_000018', kind: 'receipt', year: '2026', number: 18, day: '2026-10-25', at: on('2026-10-25') },
  ...{ months: ['2026-10'], totalFen: 50, way: 'cash', payer: '女儿张敏', collector: '陈芳' },
  ...over,
})

const waiting = { month: '2026-10', day: '2026-11-20', way: 'cash', at: on('2026-11-20'), state: 'waiting' } as const

describe('the reminder', () => {
  it('says nothing where nothing is behind, or what is behind waits for the collector', () => {
    expect(sayReminder({ arrears: [], reminder: 'none', notes: [] }, '2026')).toBeUndefined()
    expect(sayReminder({ arrears: [month('2026-10')], reminder: 'one', notes: [waiting] }, '2026')).toBeUndefined()
  })

  it('names the months and the sum to the fen', () => {
    const arrears = [month('2025-12'), month('2026-01', 'overdue', 1250)]
    expect(sayReminder({ arrears, reminder: 'one', notes: [] }, '2026')).toEqual({
      title: '2025年12月到1月的还没交',
      words: ['2 个月一共 13.00 元。方便的时候补上就行'],
    })
  })

  it.each(['none', 'one', 'three', 'five', 'meeting'] as const)('at %s it is kind', (reminder) => {
    const { words } = sayReminder({ arrears: [month('2026-10')], reminder, notes: [] }, '2026') ?? { words: [] }
    expect(words.join()).toMatch(/^5 角。/)
    expect(words.join()).not.toMatch(/处理|处分|除名|脱党|必须|否则|逾期/)
  })
})

describe('why it is this much', () => {
  it('is the branch’s word and its article', () => {
    expect(reasonsOf({ now: month('2026-11', 'due'), approval }, '2026')).toEqual([
      '务农党员，支部定的每月 5 角，2026 年 1 月起。依据党费规定第六条',
    ])
  })

  it('says what was granted and until when', () => {
    const relief = { from: '2026-05', to: '2026-12', monthlyFen: 0 }
    expect(reasonsOf({ now: month('2026-11', 'waived', 0), approval, relief }, '2026')[1]).toBe('上级党委批了减免：5月到12月不用交')
  })

  it('says so where nobody has set an amount', () => {
    expect(reasonsOf({ now: { month: '2026-11', state: 'unset' } }, '2026')).toEqual(['支部还没定您每月交多少，定好了这里就看得到'])
  })
})

describe('months that may be said to be paid', () => {
  it('are those behind and this one, the newest first', () => {
    expect(openMonths({ now: month('2026-11', 'due'), arrears: [month('2026-09'), month('2026-10')], notes: [] })).toEqual([
      '2026-11',
      '2026-10',
      '2026-09',
    ])
  })

  it('are not those that wait for the collector, but those that were not found', () => {
    const asked = { now: month('2026-11', 'paid'), arrears: [month('2026-10')] }
    expect(openMonths({ ...asked, notes: [waiting] })).toEqual([])
    expect(openMonths({ ...asked, notes: [{ ...waiting, state: 'notFound' }] })).toEqual(['2026-10'])
  })
})

describe('an entry', () => {
  it('is months, amount and payer; then day, collector and receipt', () => {
    expect(sayEntry(entry(), '2026')).toEqual({
      title: '10月 0.50 元，女儿张敏代交',
      words: ['10月25日，陈芳收', '收据 2026—0018 号'],
    })
  })

  it('tells what was given on top', () => {
    expect(sayEntry(entry({ totalFen: 1050, giftFen: 1000 }), '2026').words[2]).toBe('其中自愿多交 10.00 元')
    expect(sayEntry(entry({ months: [], totalFen: 1000, giftFen: 1000, payer: '本人' }), '2026').title).toBe('自愿多交 10.00 元，本人交')
  })

  it('that takes another back says which, and why', () => {
    expect(sayEntry(entry({ kind: 'reversal', number: 19, reversedNumber: 18, reason: 'wrongAmount' }), '2026')).toEqual({
      title: '18 号收据不算了，0.50 元',
      words: ['金额不对', '10月25日，陈芳记', '收据 2026—0019 号'],
    })
  })

  it('of another branch has its proof and no receipt', () => {
    const { number: _, ...paidThere } = entry({ kind: 'elsewhere', proof: '流动党员活动证第 3 页' })
    expect(sayEntry(paidThere, '2026')).toEqual({
      title: '10月 0.50 元，在外地交的',
      words: ['流动党员活动证第 3 页', '10月25日，陈芳记'],
    })
  })
})

it('the years to look at reach to the last month that was paid', () => {
  expect(lastYearOf({ year: '2026', entries: [entry({ months: ['2026-12', '2027-01'] }), entry()] })).toBe('2027')
  expect(lastYearOf({ year: '2026', entries: [] })).toBe('2026')
})

it('what is read aloud is this month and no debt', () => {
  expect(sayAloud({ now: month('2026-11', 'due'), approval })).toBe('11月党费，5 角，还没交。务农党员，支部定的每月 5 角，2026 年 1 月起。')
})
