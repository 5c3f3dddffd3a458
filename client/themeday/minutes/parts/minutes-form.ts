/** The form of a day's minutes: what it starts with, what is missing, and what is asked of the server. */
import { type DayPart, dayParts } from '#shared/themeday/ids'
import type { Minutes } from '../../parts/answers'

export interface PartNote {
  readonly part: DayPart
  readonly isDone: boolean
  readonly note: string
}

export interface DecisionForm {
  readonly topic: string
  /** as typed; empty is nobody */
  readonly for: string
  readonly against: string
  readonly abstain: string
  readonly conclusion: string
}

export interface MinutesForm {
  /** all five, in their order */
  readonly parts: readonly PartNote[]
  readonly decisions: readonly DecisionForm[]
}

export const blankDecision: DecisionForm = { topic: '', for: '', against: '', abstain: '', conclusion: '' }

/** What was written, else what was planned: that it was done is still to be ticked. */
export function minutesFormOf(written: Minutes, plan: readonly { readonly part: DayPart; readonly what?: string }[]): MinutesForm {
  return {
    parts: dayParts.map((part) => {
      const known = written.parts.find((one) => one.part === part)
      if (known !== undefined) return { part, isDone: known.isDone, note: known.note ?? '' }
      return { part, isDone: false, note: plan.find((one) => one.part === part)?.what ?? '' }
    }),
    decisions: written.decisions.map((decision) => ({
      ...decision,
      for: sayCount(decision.for),
      against: sayCount(decision.against),
      abstain: sayCount(decision.abstain),
    })),
  }
}

function sayCount(votes: number): string {
  return votes === 0 ? '' : String(votes)
}

/** Undefined: not a number of people. */
export function countOf(typed: string): number | undefined {
  const digits = typed.trim()
  if (digits === '') return 0
  return /^\d{1,3}$/.test(digits) ? Number(digits) : undefined
}

/** What is still missing in one decision, said under the fields. */
export function gapOf({ topic, conclusion, ...votes }: DecisionForm): string | undefined {
  if (topic.trim() === '') return '请写议的什么'
  if ([votes.for, votes.against, votes.abstain].some((typed) => countOf(typed) === undefined)) return '票数只写数字'
  return conclusion.trim() === '' ? '请写结论' : undefined
}

export function minutesInputOf({ parts, decisions }: MinutesForm) {
  return {
    parts: parts.map(({ part, isDone, note }) => ({ part, isDone, ...(note.trim() === '' ? {} : { note: note.trim() }) })),
    decisions: decisions.map(({ topic, conclusion, ...votes }) => ({
      topic: topic.trim(),
      conclusion: conclusion.trim(),
      for: countOf(votes.for) ?? 0,
      against: countOf(votes.against) ?? 0,
      abstain: countOf(votes.abstain) ?? 0,
    })),
  }
}

/** Kept while the app is open, so that going back never loses what was typed; not stored, village computers are shared. */
const drafts = new Map<string, MinutesForm>()

export function keptMinutes(themeDayId: string): MinutesForm | undefined {
  return drafts.get(themeDayId)
}

export function keepMinutes(themeDayId: string, form: MinutesForm | undefined): void {
  if (form === undefined) drafts.delete(themeDayId)
  else drafts.set(themeDayId, form)
}
