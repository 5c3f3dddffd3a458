/** The register of a theme day as a table. */
import { helpReasonWords } from '#shared/assists/words'
import type { OutputOf } from '#shared/kernel/contract'
import { dayOf, sayClock, sayDate } from '#shared/kernel/day'
import { rowOf, type Sheet, type SheetRow, type SheetValue, tableFileName } from '#shared/kernel/table'
import type { Member } from '#shared/members/model'
import type { themeday } from './contract'
import { dayParts, themeDayTitle } from './ids'
import { marksOf } from './marks'
import type { ThemeDay } from './model'
import { percentOf, type Standing } from './tally'
import { helpedWord, noVoteWords, partWords, reversalWords, sourceWords, standingWords } from './words'

export type Book = OutputOf<typeof themeday.getBook>

export interface SheetMember extends Omit<OutputOf<typeof themeday.listAttendance>['rows'][number], 'memberId'> {
  readonly standing: Standing
  readonly membership: Member['membership']
  /** was there, and is not on the roster any more */
  readonly hasLeft?: true
}

export interface SheetFacts {
  readonly branchName: string
  readonly themeDay: Pick<ThemeDay, 'month' | 'topic' | 'place' | 'startsAt' | 'endsAt' | 'venues'>
  readonly members: readonly SheetMember[]
  readonly book: Book
}

const sheetName = '党日登记'

export const columnWidths = [6, 9, 11, 8, 10, 13, 9, 18] as const

/** How the columns are shared out by each kind of row. */
const spans = {
  whole: [8],
  fact: [1, 7],
  numbers: [1, 1, 1, 1, 2, 2],
  member: [1, 1, 1, 1, 1, 1, 1, 1],
  part: [1, 2, 1, 1, 3],
  decision: [3, 1, 1, 1, 2],
  named: [2, 6],
  correction: [2, 2, 2, 2],
} as const

export function sheetOf(facts: SheetFacts): Sheet {
  return { name: sheetName, columnWidths, rows: rowsOf(facts) }
}

function rowsOf(facts: SheetFacts): readonly SheetRow[] {
  const { branchName, themeDay, book } = facts
  const { startsAt, endsAt, place, topic, month } = themeDay
  return [
    rowOf('title', spans.whole, [`${sheetTitle(month)} · ${branchName}`]),
    rowOf('fact', spans.fact, ['时间', `${sayDate(startsAt)} ${sayClock(startsAt)} 到 ${sayClock(endsAt)}`]),
    rowOf('fact', spans.fact, ['地点', place]),
    rowOf('fact', spans.fact, ['主题', topic]),
    ...numbersOf(book.tally),
    ...membersOf(facts),
    ...partsOf(book),
    ...decisionsOf(book),
    ...opinionsOf(book),
    ...guestsOf(book),
    ...proxiesOf(book, startsAt),
    ...correctionsOf(book, startsAt),
    ...closingOf(book),
  ]
}

export function sheetFileName({ branchName, themeDay }: Pick<SheetFacts, 'branchName' | 'themeDay'>): string {
  return tableFileName(`${themeDay.month} 主题党日登记表 ${branchName}`)
}

function sheetTitle(month: string): string {
  return `${themeDayTitle(month)}登记表`
}

function numbersOf({ expected, present, leave, absent, voters, votersPresent }: Book['tally']): readonly SheetRow[] {
  const turnout = `${percentOf(present, expected)}%`
  return [
    rowOf('heads', spans.numbers, ['应到', '实到', '请假', '缺席', '到会率', '表决人数']),
    rowOf('line', spans.numbers, [expected, present, leave, absent, turnout, `${voters} 人，到了 ${votersPresent} 人`]),
  ]
}

function membersOf({ members, themeDay }: SheetFacts): readonly SheetRow[] {
  const lines = members.map((member, index) => {
    const { name, groupName = '', standing, attendance } = member
    const how = attendance === undefined ? ['', '', ''] : howOf(attendance, themeDay.startsAt)
    return rowOf('line', spans.member, [index + 1, name, groupName, standingWords[standing], ...how, notesOf(member, themeDay)])
  })
  const heads = rowOf('heads', spans.member, ['序号', '姓名', '党小组', '情况', '怎么到的', '时间', '谁记的', '备注'])
  return [heading('到会情况'), heads, ...lines]
}

function howOf({ source, at, recordedBy, isProxy }: NonNullable<SheetMember['attendance']>, startsAt: number): readonly string[] {
  return [isProxy ? `${helpedWord}签` : sourceWords[source], sayNear(at, startsAt), recordedBy ?? '本人']
}

/** What a member wrote to the secretary is not among it: the file is passed on. */
function notesOf({ membership, attendance, surplus, hasLeft }: SheetMember, { venues }: SheetFacts['themeDay']): string {
  return [
    ...(membership === 'probationary' ? [noVoteWords] : []),
    ...(attendance === undefined ? [] : marksOf(attendance, venues)),
    ...(surplus === undefined ? [] : [`多记 ${surplus} 笔`]),
    ...(hasLeft ? ['已不在名单上'] : []),
  ].join('，')
}

/** All five, planned or not: what is left empty is left for the pen. */
function partsOf({ plan, parts }: Book): readonly SheetRow[] {
  const lines = dayParts.map((part) => {
    const planned = plan.find((one) => one.part === part)
    const done = parts.find((one) => one.part === part)
    const word = done === undefined ? '' : done.isDone ? '办了' : '没办'
    return rowOf('line', spans.part, [partWords[part], planned?.what ?? '', planned?.leader ?? '', word, done?.note ?? ''])
  })
  return [heading('五项内容'), rowOf('heads', spans.part, ['内容', '打算做什么', '谁带头', '办了没有', '记录']), ...lines]
}

function decisionsOf({ decisions }: Book): readonly SheetRow[] {
  const lines = decisions.map((one) => [one.topic, one.for, one.against, one.abstain, one.conclusion])
  return section('决议', spans.decision, ['议题', '同意', '反对', '弃权', '结论'], lines)
}

function opinionsOf({ opinions }: Book): readonly SheetRow[] {
  const lines = opinions.map(({ name, words }) => [name, words])
  return section('意见', spans.named, ['姓名', '意见'], lines)
}

function guestsOf({ guests }: Book): readonly SheetRow[] {
  const lines = guests.map(({ name, from }) => [name, from])
  return section('客人', spans.named, ['姓名', '哪里来的'], lines)
}

function proxiesOf({ proxies }: Book, startsAt: number): readonly SheetRow[] {
  const lines = proxies.map(({ name, at, by, reason }) => [name, sayNear(at, startsAt), by, helpReasonWords[reason]])
  return section('代签', spans.correction, ['姓名', '时间', '谁代的', '为什么'], lines)
}

function correctionsOf({ corrections }: Book, startsAt: number): readonly SheetRow[] {
  const lines = corrections.map(({ name, at, by, reason, isAfterClosing }) => {
    const why = isAfterClosing ? `${reversalWords[reason]}，归档以后改的` : reversalWords[reason]
    return [name, sayNear(at, startsAt), by, why]
  })
  return section('更正', spans.correction, ['姓名', '时间', '谁改的', '为什么'], lines)
}

function closingOf({ closed, reopened }: Book): readonly SheetRow[] {
  const openings = reopened.map(({ at, by, reason }) => `${sayDate(at)} ${sayClock(at)} ${by}打开过：${reason}`)
  const closing = closed === undefined ? '还没归档' : `${sayDate(closed.at)} ${sayClock(closed.at)} ${closed.by}`
  return [...openings, closing].map((words) => rowOf('fact', spans.fact, ['归档', words]))
}

/** A part of the table; where there is nothing, it says so, so that nobody looks for a missing page. */
function section(
  title: string,
  columns: readonly number[],
  heads: readonly string[],
  lines: readonly (readonly SheetValue[])[],
): readonly SheetRow[] {
  if (lines.length === 0) return [heading(title), rowOf('line', spans.whole, ['没有'])]
  return [heading(title), rowOf('heads', columns, heads), ...lines.map((values) => rowOf('line', columns, values))]
}

function heading(words: string): SheetRow {
  return rowOf('heading', spans.whole, [words])
}

/** `8:41` on the day itself, `11月27日 8:41` on another: a list on paper is typed later. */
function sayNear(instant: number, startsAt: number): string {
  if (dayOf(instant) === dayOf(startsAt)) return sayClock(instant)
  return `${sayDate(instant).slice('2026年'.length)} ${sayClock(instant)}`
}
