/** What a call costs at the door, read off the contract before anybody is looked up: what is no action costs as little as can be. */
import * as z from 'zod'
import { type Contracts, weightOf } from '#shared/kernel/contract'

const named = z.looseObject({ action: z.string().max(80) })

export function priceOf(contracts: Contracts, body: unknown): number {
  const [feature = '', verb = ''] = named.safeParse(body).data?.action.split('.') ?? []
  const actions = Object.hasOwn(contracts, feature) ? contracts[feature] : undefined
  const action = actions !== undefined && Object.hasOwn(actions, verb) ? actions[verb] : undefined
  return action === undefined ? 1 : weightOf(action)
}
