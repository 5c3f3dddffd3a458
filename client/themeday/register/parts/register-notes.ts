/** What stands behind the names: decisions, opinions, guests, and what was put right; cut into sheets like the names. */
import { helpReasonWords } from '#shared/assists/words'
import { sayClock, sayDate } from '#shared/kernel/day'
import { hasQuorum } from '#shared/themeday/tally'
import { reversalWords, sourceWords } from '#shared/themeday/words'
import type { Book, RollRow } from '../../parts/answers'
import { linesIn } from './register-pages'

export interface NoteLine {
  readonly kind: 'heading' | 'line'
  readonly text: string
}

interface Section {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Sections that say something; without any there is no further sheet. */
export function notesOf(book: Book, rows: readonly RollRow[]): readonly NoteLine[] {
  return sectionsOf(book, rows)
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ heading, lines }): NoteLine[] => [
      { kind: 'heading', text: heading },
      ...lines.map((text): NoteLine => ({ kind: 'line', text })),
    ])
}

function sectionsOf(book: Book, rows: readonly RollRow[]): readonly Section[] {
  const elsewhere = rows.flatMap(({ name, attendance }) => (attendance?.proof === undefined ? [] : [`${name}：${attendance.proof}`]))
  return [
    { heading: '决议', lines: decisionsOf(book) },
    { heading: '意见', lines: book.opinions.map(({ name, words }) => `${name}：${words}`) },
    { heading: '客人', lines: book.guests.map(({ name, from }) => `${name}，${from}`) },
    { heading: '在外参会', lines: elsewhere },
    { heading: '附件', lines: book.attachments.map(({ name }) => name) },
    {
      heading: '代签',
      lines: book.proxies.map(({ name, at, by, reason }) => `${name}：${sayAt(at)} ${by}代，${helpReasonWords[reason]}`),
    },
    {
      heading: '更正',
      lines: book.corrections.map(
        ({ name, at, by, reason, isAfterClosing }) =>
          `${sayAt(at)} ${by}撤销${name}的到会，${reversalWords[reason]}${isAfterClosing ? '（归档以后）' : ''}`,
      ),
    },
    {
      heading: '重复记的，不算',
      lines: book.surplus.map(({ name, source, at, by }) => `${name}：${sourceWords[source]} ${sayAt(at)}，${by}`),
    },
    { heading: '镇里打开', lines: book.reopened.map(({ at, by, reason }) => `${sayAt(at)} ${by}：${reason}`) },
  ]
}

function decisionsOf({ decisions, tally }: Book): readonly string[] {
  if (decisions.length === 0) return []
  const { voters, votersPresent } = tally
  return [
    `正式党员应到 ${voters}，到会 ${votersPresent}，${hasQuorum(tally) ? '过半数' : '没有过半数'}`,
    ...decisions.map(
      (one, index) => `${index + 1}. ${one.topic}：同意 ${one.for}，反对 ${one.against}，弃权 ${one.abstain}。${one.conclusion}`,
    ),
  ]
}

/** `11月25日 8:41` */
export function sayAt(instant: number): string {
  return `${sayDate(instant).slice('2026年'.length)} ${sayClock(instant)}`
}

/** mm of a sheet for notes, and what a line of so many Han letters takes. */
const sheetHeight = 230
const lineLetters = 41
const headingHeight = 13

/** A heading is never the last line of a sheet. */
export function notePages(lines: readonly NoteLine[], room = sheetHeight): readonly (readonly NoteLine[])[] {
  const pages: NoteLine[][] = []
  let page: NoteLine[] = []
  let used = room
  for (const [index, line] of lines.entries()) {
    const follower = lines[index + 1]
    const together = heightOf(line) + (line.kind === 'heading' && follower !== undefined ? heightOf(follower) : 0)
    if (pages.length === 0 || used + together > room) {
      page = []
      pages.push(page)
      used = 0
    }
    page.push(line)
    used += heightOf(line)
  }
  return pages
}

function heightOf({ kind, text }: NoteLine): number {
  return kind === 'heading' ? headingHeight : linesIn(text, lineLetters) * 5.3 + 2
}
