/** The head of the register: what the day was, in numbers and in its five parts, and how much of the sheet that takes. */
import { sayClock, sayDate } from '#shared/kernel/day'
import { dayParts } from '#shared/themeday/ids'
import { partWords } from '#shared/themeday/words'
import type { Book, ThemeDay } from '../../parts/answers'
import { linesIn } from './register-pages'

export interface Fact {
  readonly label: string
  readonly value: string
  /** shares its line with the one beside it */
  readonly isHalf?: true
}

export function factsOf({ startsAt, endsAt, place, topic }: ThemeDay, book: Book): readonly Fact[] {
  return [
    { label: '时间', value: `${sayDate(startsAt)} ${sayClock(startsAt)} 到 ${sayClock(endsAt)}`, isHalf: true },
    { label: '地点', value: place, isHalf: true },
    { label: '人数', value: sayNumbers(book.tally) },
    { label: '主题', value: topic },
    ...dayParts.map((part) => ({ label: partWords[part], value: sayPart(part, book) })),
  ]
}

function sayNumbers({ expected, present, leave, absent, guests, proxies }: Book['tally']): string {
  return [
    `应到 ${expected}，到会 ${present}，请假 ${leave}，缺席 ${absent}`,
    ...(proxies === 0 ? [] : [`代签 ${proxies}`]),
    ...(guests === 0 ? [] : [`客人 ${guests}`]),
  ].join('，')
}

/** What was done as it was written down, else as it was planned; empty is left for the pen. */
function sayPart(part: (typeof dayParts)[number], { plan, parts }: Book): string {
  const planned = plan.find((one) => one.part === part)
  const written = parts.find((one) => one.part === part)
  if (written?.isDone === false) return written.note ?? '没有做'
  const what = written?.note ?? planned?.what ?? (written === undefined ? undefined : '做了')
  const leader = planned?.leader === undefined ? undefined : `${planned.leader}主持`
  return [what, leader].filter(Boolean).join('，')
}

/** Han letters of 12 pt in a line of a whole and of a half value. */
const wholeLetters = 36
const halfLetters = 15.5

/** mm */
export function factsHeight(facts: readonly Fact[]): number {
  const halves = facts.filter(({ isHalf }) => isHalf)
  const rows = facts.filter(({ isHalf }) => !isHalf).map(({ value }) => linesIn(value, wholeLetters))
  const shared = halves.length === 0 ? [] : [Math.max(...halves.map(({ value }) => linesIn(value, halfLetters)))]
  return [...shared, ...rows].reduce((sum, lines) => sum + Math.max(9.5, lines * 5.3 + 2), 0)
}

/** mm of the first sheet for its facts and its names: without title, whose it is, headings, signatures and foot. */
const shared = 196
const nameHeight = 9

/** Heights of names under the head; at least one, so that no topic can stop the printing. */
export function roomUnder(facts: readonly Fact[]): number {
  return Math.max(1, Math.floor((shared - factsHeight(facts)) / nameHeight))
}
