/** The yearly sheet on paper: its sums add up, no person is named, and nothing is cut. */
import type { Sheet } from '../../client/dues/parts/answers'
import { countRows, moneyRows, sheetPages, sumRows } from '../../client/dues/year-sheet/parts/sheet-rows'
import { on } from './nouns'

type Line = Sheet['lines'][number]

const line = (serial: number, over: Partial<Line> = {}): Line => ({
  ...{ lineId: `b1_2026_${serial}`, kind: 'used', day: '2026-11-05', at: on('2026-11-05'), fen: 12_000 },
  ...{ words: '买学习资料 24 本', by: '老王' },
  ...over,
})

const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  ...{ year: '2026', branchName: '示范村支部', startMonth: '2026-01', broughtFen: 100, collectedFen: 15_600, giftFen: 0, largeFen: 0 },
  ...{ handedUpFen: 10_000, givenBackFen: 500, usedFen: 200, inHandFen: 6_000 },
  ...{ receipts: 26, reversals: 0, elsewhereMonths: 0, members: 26, settledMembers: 23, lines: [] },
  ...over,
})

describe('sums', () => {
  it('stand in the order in which they add up; a year that runs has no end yet', () => {
    const rows = sumRows(sheet(), '2026-11-25').map(({ label, value }) => `${label} ${value}`)
    expect(rows).toEqual([
      '上年结转 1.00 元',
      '本年收缴 156.00 元',
      '上级返还 5.00 元',
      '上缴 100.00 元',
      '使用 2.00 元',
      '现在结存 60.00 元',
    ])
    expect(sumRows(sheet(), '2027-01-02').at(-1)?.label).toBe('年末结存')
  })

  it('name gifts only where there were some', () => {
    const labels = sumRows(sheet({ giftFen: 200_000, largeFen: 100_000 }), '2026-11-25').map(({ label }) => label)
    expect(labels.slice(1, 4)).toEqual(['本年收缴', '其中自愿多交', '其中大额党费'])
  })

  it('count what has no amount', () => {
    expect(countRows(sheet({ reversals: 1, elsewhereMonths: 2 })).map(({ value }) => value)).toEqual([
      '26 人，没有欠的 23 人',
      '26 张，另有冲正 1 张',
      '2 个月，不算本支部的钱',
    ])
  })
})

describe('what moved', () => {
  it('is told by day, and of a hand-in what became of it and not who carried it', () => {
    const lines = [line(2), line(1, { kind: 'handedUp', words: '陈芳', state: 'received', day: '2026-11-01' })]
    expect(moneyRows({ lines }).map(({ what, words }) => `${what}：${words}`)).toEqual(['上缴：上级收到了', '使用：买学习资料 24 本'])
  })

  it('keeps a line that was taken back, and the one that takes it back below zero', () => {
    const lines = [line(1, { isReversed: true }), line(2, { kind: 'reversal', reversedKind: 'used', words: '数目写错了' })]
    expect(moneyRows({ lines }).map(({ what, amount, words }) => [what, amount, words])).toEqual([
      ['使用', '120.00 元', '买学习资料 24 本，已冲正'],
      ['冲正使用', '-120.00 元', '数目写错了'],
    ])
  })
})

describe('pages', () => {
  const sums = sumRows(sheet(), '2026-11-25')
  const rows = (count: number, words = '买学习资料') => moneyRows({ lines: Array.from({ length: count }, (_, at) => line(at, { words })) })

  it('there is one even where nothing moved', () => {
    expect(sheetPages([], sums)).toEqual([{ number: 1, rows: [] }])
  })

  it.each([1, 17, 18, 60])('%i lines are all there, in their order', (count) => {
    const pages = sheetPages(rows(count), sums)
    expect(pages.flatMap((page) => page.rows)).toEqual(rows(count))
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, place) => place + 1))
  })

  it('long lines take the room of several', () => {
    expect(sheetPages(rows(12), sums)).toHaveLength(1)
    expect(sheetPages(rows(12, '很'.repeat(60)), sums)).toHaveLength(2)
  })
})
