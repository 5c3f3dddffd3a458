/**
 * Reading a pasted list of names, one person a line; pure, so that the phone shows back exactly what the cloud will take.
 * A line is a name, then in any order a group (`二组`, `第二组`, `2组`) and a post (`书记`, `组长`).
 */

export interface RosterLine {
  readonly name: string
  readonly group?: string
  readonly post?: 'secretary' | 'groupLeader'
}

export type RosterProblem = 'NO_NAME' | 'NAME_TOO_LONG' | 'STRANGE_LETTERS'

export interface RosterRow {
  /** 1 for the first line of the pasted text */
  readonly line: number
  readonly text: string
  readonly person?: RosterLine
  readonly problem?: RosterProblem
  /** the same name stands on an earlier line: two people, or one written twice? */
  readonly sameNameAs?: number
}

const posts: ReadonlyMap<string, NonNullable<RosterLine['post']>> = new Map([
  ['书记', 'secretary'],
  ['支书', 'secretary'],
  ['支部书记', 'secretary'],
  ['组长', 'groupLeader'],
  ['小组长', 'groupLeader'],
  ['党小组长', 'groupLeader'],
])

export const longestName = 40
/**
 * Han of all planes (𬱖 is outside the first), the dot of minority names, Latin letters, and （大） to tell namesakes apart. Written
 * out: the classes of letters a pattern can name are newer than the scripts of a mini-program (config/levels.js).
 */
export const nameLetters =
  /^[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9\u{20000}-\u{3ffff}A-Za-zªºÀ-ÖØ-öø-\u024f\u1e00-\u1effＡ-Ｚａ-ｚ·（）]+$/u
const groupWord = /^第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:小?组|党小组)$/

/** The whole pasted text; empty lines are passed over, numbering in front (`1.`, `2、`) is dropped. */
export function readRoster(pasted: string): readonly RosterRow[] {
  const firstLineOf = new Map<string, number>()
  return pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, line }) => {
      const row = readLine(text, line)
      if (row.person === undefined) return row
      const earlier = firstLineOf.get(row.person.name)
      if (earlier !== undefined) return { ...row, sameNameAs: earlier }
      firstLineOf.set(row.person.name, line)
      return row
    })
}

function readLine(text: string, line: number): RosterRow {
  const words = text
    .replace(/^\d{1,3}\s*[.、．)）]\s*/, '')
    .split(/[\s\u3000,，、;；]+/)
    .filter((word) => word !== '')
  const group = words.map(readGroup).find((word) => word !== undefined)
  const post = words.map((word) => posts.get(word)).find((word) => word !== undefined)
  // 张　三 is one name written with a blank: what is neither group nor post is joined again.
  const name = words
    .filter((word) => readGroup(word) === undefined && !posts.has(word))
    .join('')
    .replace(/[•‧・]/g, '·')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
  const problem = problemOf(name)
  if (problem !== undefined) return { line, text, problem }
  return { line, text, person: { name, ...(group === undefined ? {} : { group }), ...(post === undefined ? {} : { post }) } }
}

function problemOf(name: string): RosterProblem | undefined {
  if (name === '') return 'NO_NAME'
  if ([...name].length > longestName) return 'NAME_TOO_LONG'
  return nameLetters.test(name) ? undefined : 'STRANGE_LETTERS'
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** `第2小组` → `二组`; undefined when the word is no group. */
function readGroup(word: string): string | undefined {
  const match = groupWord.exec(word)
  if (match?.[1] === undefined) return undefined
  return `${/^\d/.test(match[1]) ? sayNumber(Number(match[1])) : match[1]}组`
}

function sayNumber(value: number): string {
  if (value <= 10) return digits[value] ?? String(value)
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}`
}
