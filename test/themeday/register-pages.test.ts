/** What stands on paper, and how it is cut into sheets of A4. */
import { instantOf } from '#shared/kernel/day'
import { countOf, gapOf, minutesFormOf, minutesInputOf } from '../../client/themeday/minutes/parts/minutes-form'
import type { Book, ThemeDay } from '../../client/themeday/parts/answers'
import { factsOf, roomUnder } from '../../client/themeday/register/parts/register-facts'
import { notePages, notesOf } from '../../client/themeday/register/parts/register-notes'
import { registerPages } from '../../client/themeday/register/parts/register-pages'
import { callPages } from '../../client/themeday/remind/parts/call-pages'
import { invitationText } from '../../client/themeday/remind/parts/invitation-text'

const at = (time: string) => instantOf('2026-11-25', time)

const themeDay: ThemeDay = {
  themeDayId: 'b_2026-11',
  branchId: 'b',
  month: '2026-11',
  stage: 'published',
  version: 1,
  topic: '学习乡村全面振兴规划',
  place: '村委会二楼会议室',
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  opensAt: at('08:30'),
  parts: [{ part: 'deliberation', what: '村口路灯' }],
  venues: [{ venueId: '2', kind: 'hall', name: '河东小学', organiser: '徐大勇' }],
  materials: ['规划全文'],
  ways: ['rollCall', 'wall'],
  state: 'over',
  code: 'ABCDEFGH',
}

const book: Book = {
  tally: { expected: 26, present: 21, leave: 2, absent: 3, excused: 0, guests: 0, proxies: 3, voters: 24, votersPresent: 18 },
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

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    memberId: `m${index}`,
    isPresent: true,
    place: index + 1,
    name: '王志强',
    how: '扫码 8:41',
  }))

describe('the sheet of names', () => {
  it('holds a village of 26 under the head, in two even columns', () => {
    const [first, second] = registerPages(names(26), { first: roomUnder(factsOf(themeDay, book)) })
    expect([first?.left.length, first?.right.length, second]).toEqual([13, 13, undefined])
  })

  it('goes on on another sheet, and loses nobody', () => {
    const pages = registerPages(names(110), { first: 13 })
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(pages.flatMap(({ left, right }) => [...left, ...right]).map(({ place }) => place)).toEqual(names(110).map(({ place }) => place))
  })

  it('makes room for a long topic, and never less than for one name', () => {
    const room = (topic: string) => roomUnder(factsOf({ ...themeDay, topic }, book))
    expect(room('长'.repeat(60))).toBeLessThan(room('短'))
    expect(roomUnder(Array.from({ length: 40 }, () => ({ label: '学习', value: '长'.repeat(120) })))).toBe(1)
  })
})

describe('the head', () => {
  const wordsUnder = (label: string, change: Partial<Book> = {}) =>
    factsOf(themeDay, { ...book, ...change }).find((fact) => fact.label === label)?.value

  it('says the numbers by the one rule', () => {
    expect(wordsUnder('人数')).toBe('应到 26，到会 21，请假 2，缺席 3，代签 3')
  })

  it('says what was done, else what was planned, else leaves room for the pen', () => {
    expect(wordsUnder('学习')).toBe('共读规划，王志强主持')
    expect(wordsUnder('学习', { parts: [{ part: 'study', isDone: true, note: '读了一小时' }] })).toBe('读了一小时，王志强主持')
    expect(wordsUnder('学习', { parts: [{ part: 'study', isDone: false }] })).toBe('没有做')
    expect(wordsUnder('走访')).toBe('')
  })
})

describe('what stands behind the names', () => {
  const decision = { topic: '村口装路灯', for: 16, against: 1, abstain: 1, conclusion: '装 6 盏' }

  it('is nothing where there is nothing to say', () => {
    expect(notePages(notesOf(book, []))).toEqual([])
  })

  it('says how many could vote before it says how they did', () => {
    const lines = notesOf({ ...book, decisions: [decision] }, []).map(({ text }) => text)
    expect(lines).toEqual(['决议', '正式党员应到 24，到会 18，过半数', '1. 村口装路灯：同意 16，反对 1，弃权 1。装 6 盏'])
  })

  it('says who put what right, when and why', () => {
    const corrections = [{ name: '黄丽', at: at('15:10'), by: '王志强', reason: 'wrongPerson' as const, isAfterClosing: true }]
    const lines = notesOf({ ...book, corrections }, []).map(({ text }) => text)
    expect(lines).toEqual(['更正', '11月25日 15:10 王志强撤销黄丽的到会，点错人了（归档以后）'])
  })

  it('never ends a sheet with a heading', () => {
    const line = { kind: 'line', text: '一句' } as const
    const pages = notePages([...Array.from({ length: 4 }, () => line), { kind: 'heading', text: '客人' }, line], 45)
    expect(pages.map((page) => page.map(({ kind }) => kind))).toEqual([
      ['line', 'line', 'line', 'line'],
      ['heading', 'line'],
    ])
  })
})

describe('the list for the telephone', () => {
  it('goes by group, numbers everybody, and never ends a sheet with a group', () => {
    const pages = callPages(
      [{ name: '甲', groupName: '一组' }, { name: '乙' }, { name: '丙', groupName: '一组' }, { name: '丁', groupName: '二组' }],
      4,
    )
    expect(pages.map((page) => page.map((line) => (line.kind === 'group' ? line.name : `${line.place} ${line.name}`)))).toEqual([
      ['一组', '1 甲', '2 丙'],
      ['二组', '3 丁', '没编组', '4 乙'],
    ])
  })
})

it('the words for the group say when, where, what, and where to answer', () => {
  const text = invitationText({ branchName: '示范村支部', themeDay, link: 'https://village.example/s/ABCDEFGH' })
  expect(text.split('\n')).toEqual([
    '示范村支部 11月主题党日',
    '时间：11月25日 星期三 上午 9 点到 11 点',
    '地点：村委会二楼会议室；河东小学',
    '主题：学习乡村全面振兴规划',
    '议事：村口路灯',
    '请先看：',
    '规划全文',
    '看通知、请假、签到：https://village.example/s/ABCDEFGH',
  ])
  expect(invitationText({ branchName: '示范村支部', themeDay, link: undefined })).not.toContain('：undefined')
})

describe('the minutes', () => {
  it('start from the plan, and nothing is done until it is ticked', () => {
    const form = minutesFormOf({ version: 0, parts: [], decisions: [] }, themeDay.parts)
    expect(form.parts.find(({ part }) => part === 'deliberation')).toEqual({ part: 'deliberation', isDone: false, note: '村口路灯' })
  })

  it('go back as they came', () => {
    const written = {
      parts: [{ part: 'study' as const, isDone: true, note: '读了' }],
      decisions: [{ topic: '路灯', for: 16, against: 0, abstain: 2, conclusion: '装' }],
    }
    const input = minutesInputOf(minutesFormOf({ version: 2, ...written }, []))
    expect(input.decisions).toEqual(written.decisions)
    expect(input.parts).toContainEqual(written.parts[0])
  })

  it('say what a decision lacks', () => {
    const whole = { topic: '路灯', for: '16', against: '', abstain: '', conclusion: '装' }
    expect(gapOf(whole)).toBeUndefined()
    expect([gapOf({ ...whole, topic: ' ' }), gapOf({ ...whole, for: '十' }), gapOf({ ...whole, conclusion: '' })]).toEqual([
      '请写议的什么',
      '票数只写数字',
      '请写结论',
    ])
    expect([countOf(''), countOf(' 7 '), countOf('-1')]).toEqual([0, 7, undefined])
  })
})
