/** What an action is, read off its contract. */
import * as z from 'zod'
import { demoContracts } from '#shared/contracts'
import { type Action, assistOf, type Contracts, weightOf } from '#shared/kernel/contract'

export interface ActionDescription {
  readonly action: string
  readonly summary: string
  readonly kind: Action['kind']
  /** what a call costs at the door, where an ordinary one costs 1 */
  readonly weighs: number
  readonly allow: Action['allow']
  /** roles that may act for a member */
  readonly assist: readonly string[]
  readonly input: unknown
  readonly output: unknown
  readonly refusals: Action['refusals']
}

export function describeActions(contracts: Contracts = demoContracts): readonly ActionDescription[] {
  return Object.entries(contracts).flatMap(([feature, actions]) =>
    Object.entries(actions).map(([verb, action]) => ({
      action: `${feature}.${verb}`,
      summary: action.summary,
      kind: action.kind,
      weighs: weightOf(action),
      allow: action.allow,
      assist: assistOf(action),
      input: z.toJSONSchema(action.input, { io: 'input' }),
      output: z.toJSONSchema(action.output),
      refusals: action.refusals,
    })),
  )
}
