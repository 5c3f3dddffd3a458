import { instantOf } from '#shared/kernel/day'
import type { SheetRow } from '#shared/kernel/table'
import { type Book, columnWidths, type SheetFacts, type SheetMember, sheetFileName, sheetOf } from '#shared/themeday/sheet'

const day = '2026-11-25'
const on = (time: string, of = day) => instantOf(of, time)

const book: Book = {
  tally: { expected: 25, present: 22, leave: 2, absent: 1, excused: 1, guests: 0, proxies: 1, voters: 24, votersPresent: 21 },
  plan: [{ part: 'study', what: '共读规划', leader: '王志强' }],
  parts: [],
  decisions: [],
  opinions: [],
  guests: [],
  attachments: [],
  corrections: [],
  proxies: [],
  surplus: [],
  reopened: [],
}

const wang: SheetMember = { name: '王志强', groupName: '一组', membership: 'full', standing: 'absent' }

const facts: SheetFacts = {
  branchName: '示范村支部',
  themeDay: {
    ...{ month: '2026-11', topic: '学习规划', place: '二楼会议室', startsAt: on('09:00'), endsAt: on('11:00') },
    venues: [{ venueId: '2', kind: 'household', name: '张建国家', organiser: '陈芳' }],
  },
  members: [wang],
  book,
}

const valuesOf = (row: SheetRow | undefined) => row?.cells.map(({ value }) => value)
const rowsWith = (over: Partial<Book>) => sheetOf({ ...facts, book: { ...book, ...over } }).rows.map(valuesOf)
const lineOf = (over: Partial<SheetMember>) => {
  const { rows } = sheetOf({ ...facts, members: [{ ...wang, ...over }] })
  return valuesOf(rows[rows.findIndex(({ cells }) => cells[1]?.value === '姓名') + 1])
}
const below = (rows: readonly (readonly unknown[] | undefined)[], title: string) =>
  rows.slice(rows.findIndex((row) => row?.[0] === title) + 1)

describe('the table of a theme day', () => {
  it('says first whose it is, when, where and about what', () =>
    expect(sheetOf(facts).rows.slice(0, 4).map(valuesOf)).toEqual([
      ['11月主题党日登记表 · 示范村支部'],
      ['时间', '2026年11月25日 9:00 到 11:00'],
      ['地点', '二楼会议室'],
      ['主题', '学习规划'],
    ]))

  it('gives numbers as numbers, and how many of those with a vote were there', () =>
    expect(sheetOf(facts).rows.slice(4, 6).map(valuesOf)).toEqual([
      ['应到', '实到', '请假', '缺席', '到会率', '表决人数'],
      [25, 22, 2, 1, '88%', '24 人，到了 21 人'],
    ]))

  it('fills every row to the last column', () => {
    const decisions = [{ topic: '装路灯', for: 20, against: 1, abstain: 0, conclusion: '通过' }]
    const corrections = [{ name: '李强', at: on('10:00'), by: '王志强', reason: 'notThere' as const, isAfterClosing: false }]
    const { rows } = sheetOf({ ...facts, book: { ...book, decisions, corrections, opinions: [{ name: '李强', words: '同意' }] } })
    const widths = rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0))
    expect(new Set(widths)).toEqual(new Set([columnWidths.length]))
  })

  it.each([
    ['who was not there', {}, ['缺席', '', '', '', '']],
    ['who asked leave', { standing: 'leave', leave: { at: on('07:00'), note: '腿疼' } }, ['请假', '', '', '', '']],
    ['who need not come', { standing: 'excused', isExcused: true }, ['不用到', '', '', '', '']],
    [
      'who came by themselves',
      { standing: 'present', attendance: { at: on('08:41'), source: 'code' } },
      ['到会', '扫码', '8:41', '本人', ''],
    ],
    [
      'whom somebody checked in',
      { standing: 'present', attendance: { at: on('09:03'), source: 'home', isProxy: true, recordedBy: '陈芳' } },
      ['到会', '代签', '9:03', '陈芳', ''],
    ],
    [
      'who stands on a list typed two days later',
      { standing: 'present', attendance: { at: on('08:00', '2026-11-27'), source: 'paper', recordedBy: '陈芳' } },
      ['到会', '纸质', '11月27日 8:00', '陈芳', ''],
    ],
    [
      'about whom there is more to say',
      {
        ...{ standing: 'present', membership: 'probationary', surplus: 1, hasLeft: true },
        attendance: { at: on('09:12'), source: 'code', lateMinutes: 12, venueId: '2' },
      },
      ['到会', '扫码', '9:12', '本人', '预备，不参加表决，张建国家，迟到 12 分钟，多记 1 笔，已不在名单上'],
    ],
  ] satisfies [string, Partial<SheetMember>, string[]][])('has one line for %s', (_, over, told) =>
    expect(lineOf(over)).toEqual([1, '王志强', '一组', ...told]),
  )

  it('lists the five parts whether they were planned, done or neither', () =>
    expect(
      below(
        rowsWith({
          parts: [
            { part: 'life', isDone: true, note: '交党费' },
            { part: 'visit', isDone: false },
          ],
        }),
        '五项内容',
      ).slice(1, 6),
    ).toEqual([
      ['学习', '共读规划', '王志强', '', ''],
      ['生活', '', '', '办了', '交党费'],
      ['议事', '', '', '', ''],
      ['走访', '', '', '没办', ''],
      ['服务', '', '', '', ''],
    ]))

  it.each(['决议', '意见', '客人', '更正'])('says where there is nothing: %s', (title) =>
    expect(below(rowsWith({}), title)[0]).toEqual(['没有']),
  )

  it('gives votes, opinions and guests as they were written', () => {
    const rows = rowsWith({
      decisions: [{ topic: '装路灯', for: 20, against: 1, abstain: 0, conclusion: '通过' }],
      opinions: [{ name: '李强', words: '同意，先装村口' }],
      guests: [{ name: '田有福', from: '柳树村支部' }],
    })
    expect(below(rows, '决议')[1]).toEqual(['装路灯', 20, 1, 0, '通过'])
    expect(below(rows, '意见')[1]).toEqual(['李强', '同意，先装村口'])
    expect(below(rows, '客人')[1]).toEqual(['田有福', '柳树村支部'])
  })

  it('keeps what was put right, by whom and why, and says what came after the closing', () => {
    const correction = { name: '李强', by: '王志强', reason: 'wrongPerson' as const }
    const corrections = [
      { ...correction, at: on('10:00'), isAfterClosing: false },
      { ...correction, at: on('09:00', '2026-11-26'), isAfterClosing: true },
    ]
    expect(below(rowsWith({ corrections }), '更正').slice(1, 3)).toEqual([
      ['李强', '10:00', '王志强', '点错人了'],
      ['李强', '11月26日 9:00', '王志强', '点错人了，归档以后改的'],
    ])
  })

  it('ends with who closed the book and who opened it again', () => {
    expect(rowsWith({}).at(-1)).toEqual(['归档', '还没归档'])
    const reopened = [{ at: on('15:00'), by: '方敏', reason: '漏记一位' }]
    expect(rowsWith({ reopened, closed: { at: on('16:00'), by: '王志强' } }).slice(-2)).toEqual([
      ['归档', '2026年11月25日 15:00 方敏打开过：漏记一位'],
      ['归档', '2026年11月25日 16:00 王志强'],
    ])
  })

  it('is a file whose name every computer takes', () => {
    expect(sheetFileName(facts)).toBe('2026-11 主题党日登记表 示范村支部.xlsx')
    expect(sheetFileName({ ...facts, branchName: '一/二:联合*支部' })).toBe('2026-11 主题党日登记表 一二联合支部.xlsx')
  })
})
