/** How a phone asks in a crowd: told that too many do, it asks again under the same id. */
import { systemChance } from '../../cloudfunctions/runtime/chance'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { breachesOf } from './invariants'
import type { DuesVillage } from './sides'
import { wholeBook } from './whole-book'

export type Ask = (options: { readonly requestId: string }) => Promise<AnyReply>

export type AnyReplies = readonly AnyReply[]

/** A crowd of ten is through long before. */
const patience = 40

export async function answerTo(ask: Ask, requestId = systemChance.id()): Promise<AnyReply> {
  for (let asked = 0; asked < patience; asked += 1) {
    const reply = await ask({ requestId })
    if (reply.ok || reply.code !== 'BUSY') return reply
  }
  throw new Error('still too busy to answer')
}

/** All at the same second. */
export function allAtOnce(asks: readonly Ask[]): Promise<AnyReplies> {
  return Promise.all(asks.map((ask) => answerTo(ask)))
}

/** `ok`, or the code of the refusal. */
export const codeOf = (reply: AnyReply): string => (reply.ok ? 'ok' : reply.code)

/** What is wrong with the book now, and which calls failed. */
export async function wrongIn(village: DuesVillage): Promise<readonly string[]> {
  return [...breachesOf(await wholeBook(village)), ...village.failures]
}
