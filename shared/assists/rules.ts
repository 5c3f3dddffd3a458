/** Who answers an objection, and how often. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import type { Role } from '#shared/kernel/organisation'
import type { ObjectionState } from './ids'

export interface DeskFacts {
  /** in which the helper acted */
  readonly role: Role
  readonly branchId: string
  /** what stands above the branch */
  readonly committeeId: string
}

/** Nobody judges themselves: what is said about the secretary goes to the level above. */
export function deskOf({ role, branchId, committeeId }: DeskFacts): string {
  return role === 'secretary' ? committeeId : branchId
}

export interface AnswerFacts {
  readonly state: ObjectionState
  readonly helperId: string
  /** who answers */
  readonly personId: string
}

/** An answer is given once. Who helped as a group leader and is secretary by now does not answer for that either. */
export function decideAnswer({ state, helperId, personId }: AnswerFacts): Outcome<true, 'ALREADY_ANSWERED' | 'OWN_DEED'> {
  if (helperId === personId) return refuse('OWN_DEED')
  return state === 'waiting' ? accept(true) : refuse('ALREADY_ANSWERED')
}
