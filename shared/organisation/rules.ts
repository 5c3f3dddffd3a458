/** Founding a branch: one secretary, leaders with groups, groups in the order they are first named. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'

export interface Founder {
  readonly name: string
  readonly group?: string
  readonly post?: 'secretary' | 'groupLeader'
}

export interface FoundingFacts {
  readonly branchName: string
  /** among what lies open beside it */
  readonly isNameTaken: boolean
  readonly members: readonly Founder[]
}

export type FoundingRefusal = 'NO_SECRETARY' | 'TWO_SECRETARIES' | 'LEADER_WITHOUT_GROUP' | 'TWO_LEADERS' | 'BRANCH_EXISTS'

export function decideFounding(facts: FoundingFacts): Outcome<{ readonly groups: readonly string[] }, FoundingRefusal> {
  if (facts.isNameTaken) return refuse('BRANCH_EXISTS', { name: facts.branchName })
  const secretaries = facts.members.filter((member) => member.post === 'secretary').length
  if (secretaries !== 1) return refuse(secretaries === 0 ? 'NO_SECRETARY' : 'TWO_SECRETARIES')
  const leaders = facts.members.filter((member) => member.post === 'groupLeader')
  const lost = leaders.find((leader) => leader.group === undefined)
  if (lost !== undefined) return refuse('LEADER_WITHOUT_GROUP', { name: lost.name })
  const ledGroups = leaders.flatMap((leader) => leader.group ?? [])
  const twice = ledGroups.find((group, index) => ledGroups.indexOf(group) !== index)
  if (twice !== undefined) return refuse('TWO_LEADERS', { group: twice })
  return accept({ groups: [...new Set(facts.members.flatMap((member) => member.group ?? []))] })
}
