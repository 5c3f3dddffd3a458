/** A pasted list, shown back before it is stored: who would be taken, and what a person has to settle first. */
import { type RosterLine, type RosterRow, readRoster } from '#shared/members/roster'

/** Asked of a name that stands on the list twice: two people, or one written twice? */
export type TwinAnswer = 'two' | 'twice'
export type TwinAnswers = Readonly<Record<number, TwinAnswer>>

export interface ReviewRow extends RosterRow {
  /** only where the name is on an earlier line */
  readonly twin?: TwinAnswer | 'open'
}

export interface RosterReview {
  readonly rows: readonly ReviewRow[]
  /** who would be stored, in the order of the list */
  readonly people: readonly RosterLine[]
  readonly groups: readonly string[]
  readonly secretaries: readonly string[]
  /** numbers of the lines that cannot be taken as they stand, or whose name stands twice and is not settled */
  readonly openLines: readonly number[]
}

export function reviewOf(pasted: string, answers: TwinAnswers): RosterReview {
  const rows = readRoster(pasted).map((row) => withTwin(row, answers))
  const people = rows.flatMap((row) => (row.person === undefined || row.twin === 'twice' ? [] : [row.person]))
  return {
    rows,
    people,
    groups: [...new Set(people.flatMap((person) => person.group ?? []))],
    secretaries: people.filter((person) => person.post === 'secretary').map((person) => person.name),
    openLines: rows.filter((row) => row.problem !== undefined || row.twin === 'open').map((row) => row.line),
  }
}

function withTwin(row: RosterRow, answers: TwinAnswers): ReviewRow {
  return row.sameNameAs === undefined ? row : { ...row, twin: answers[row.line] ?? 'open' }
}
