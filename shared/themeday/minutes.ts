/** What a day's minutes have to hold together. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'

interface Vote {
  readonly topic: string
  readonly for: number
  readonly against: number
  readonly abstain: number
}

export interface MinutesFacts {
  readonly parts: readonly { readonly part: string }[]
  readonly decisions: readonly Vote[]
  /** members with a vote who are expected */
  readonly voters: number
}

export function decideMinutes({ parts, decisions, voters }: MinutesFacts): Outcome<true, 'PART_TWICE' | 'NOBODY_VOTED' | 'TOO_MANY_VOTES'> {
  if (hasTwice(parts)) return refuse('PART_TWICE')
  for (const decision of decisions) {
    const votes = decision.for + decision.against + decision.abstain
    if (votes === 0) return refuse('NOBODY_VOTED', { topic: decision.topic })
    if (votes > voters) return refuse('TOO_MANY_VOTES', { topic: decision.topic, voters: String(voters) })
  }
  return accept(true)
}

export function hasTwice(parts: readonly { readonly part: string }[]): boolean {
  return new Set(parts.map(({ part }) => part)).size < parts.length
}
