/**
 * Numbers that were held against masked ones. Each is counted before it is answered, in one transaction with the looks of those it
 * was found to be of: however many ask at once, none hears more than the day allows, and nobody is matched without being told.
 */
import { accept, type Outcome } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import type { Made } from '#shared/kernel/shapes'
import { afterWriting, decideAsking, type NumbersTried } from '#shared/members/numbers'
import type { Collection, Database, Stored, Transaction } from '../runtime/database'
import type { memberRecords, Placed } from './records'

/** By person; a new day begins in the same document, so that there is nothing to sweep. */
const numbersTried: Collection<Stored & NumbersTried> = { name: 'numbersTried', indexes: [] }

export const numberCollections = [numbersTried]

type Asking = Outcome<true, 'TOO_MANY_NUMBERS'>

export function memberNumbers(db: Database, { recordLook }: Pick<ReturnType<typeof memberRecords>, 'recordLook'>) {
  const matchIn = async (tx: Transaction, made: Made, matched: readonly Placed[]): Promise<Asking> => {
    const decision = decideAsking(await tx.get(numbersTried, made.by), dayOf(made.at))
    if (!decision.ok) return decision
    await tx.put(numbersTried, { _id: made.by, v: 1, ...decision.data })
    for (const member of matched) await recordLook(tx, member, made, 'match')
    return accept(true)
  }
  return {
    /** A number is asked about, and was found to be of these. */
    matchIn,
    /** The same on its own, where the command it belongs to may yet be refused: what a refusal tells has been counted by then. */
    match: (made: Made, matched: readonly Placed[]): Promise<Asking> => db.transact((tx) => matchIn(tx, made, matched)),
    async wroteIn(tx: Transaction, made: Made): Promise<void> {
      const before = await tx.get(numbersTried, made.by)
      await tx.put(numbersTried, { _id: made.by, v: 1, ...afterWriting(before, dayOf(made.at)) })
    },
  }
}
