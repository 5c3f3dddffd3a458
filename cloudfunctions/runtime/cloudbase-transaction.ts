/** One callback's `tx` in the cloud, and how often a callback is run. */
import { checkId } from './bounds'
import { type ById, type CloudConnection, conflictOn, isConflict } from './cloudbase-connection'
import { fromCloud, heldField, toCloud } from './cloudbase-documents'
import { Busy, DuplicateId, type Transaction } from './database'
import { present } from './stored-documents'

/** Time and chance, for the pauses between attempts. */
export interface Pauses {
  /** resolves after so many ms */
  wait(ms: number): Promise<void>
  /** from 0 up to 1, evenly */
  jitter(): number
}

/** The cloud's name of a declared collection; throws when it was not declared. */
export type NameOf = (collection: { readonly name: string }) => string

/** The SDK's own figure: with the first attempt four, one right after the other. */
const repeatsAtOnce = 3

/** Then one attempt each after at most this long; the jitter parts those who met. */
const longestPausesMs = [60, 180, 540]

/**
 * Throws `Busy` after the seventh conflict in a row. A commit whose reply was lost has an unknown outcome and is
 * rethrown as it came: who asks again does so under the same ids.
 */
export async function transactInCloud<Result>(
  cloud: CloudConnection,
  pauses: Pauses,
  nameOf: NameOf,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const attempt = async (repeats: number) => {
    try {
      return { result: await cloud.transact((byId) => runCallback(byId, nameOf, work), repeats) }
    } catch (error) {
      if (isConflict(error)) return undefined
      throw error
    }
  }
  const first = await attempt(repeatsAtOnce)
  if (first) return first.result
  for (const longest of longestPausesMs) {
    await pauses.wait(longest * pauses.jitter())
    const later = await attempt(0)
    if (later) return later.result
  }
  throw new Busy()
}

async function runCallback<Result>(byId: ById, nameOf: NameOf, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const { tx, finish } = openCloudTransaction(byId, nameOf)
  let result: Result
  try {
    result = await work(tx)
  } catch (error) {
    const failed = await finish()
    // A conflict must reach the SDK even if the callback hid it; a duplicate may be what the callback answers to.
    throw failed && !(failed.error instanceof DuplicateId) ? failed.error : error
  }
  const failed = await finish()
  if (failed) throw failed.error
  return result
}

function openCloudTransaction(byId: ById, nameOf: NameOf) {
  let open = true
  let failed: { readonly error: unknown } | undefined
  // MongoDB runs the operations of a transaction one after the other; those sent side by side would fail.
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(
    collection: { readonly name: string },
    id: string,
    operation: (name: string) => Promise<Result>,
  ): Promise<Result> {
    const turn = last.then(async () => {
      if (!open) throw new Error('the transaction is over; its tx cannot be used any more')
      if (failed) throw failed.error
      checkId(id)
      const name = nameOf(collection)
      try {
        return await operation(name)
      } catch (error) {
        // MongoDB gives up the whole transaction at the first failure, a duplicate id among them.
        failed = { error }
        throw error
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  const tx: Transaction = {
    get: (collection, id) =>
      inTurn(collection, id, async (name) => {
        const found = await byId.get(name, id)
        return found && present(collection, fromCloud(found))
      }),
    insert: (collection, document) =>
      inTurn(collection, document._id, async (name) => {
        if (!(await byId.insert(name, toCloud(document)))) throw new DuplicateId(collection.name, document._id)
      }),
    put: (collection, document) =>
      inTurn(collection, document._id, async (name) => {
        const { _id, ...fields } = toCloud(document)
        await byId.put(name, document._id, fields)
      }),
    remove: (collection, id) => inTurn(collection, id, (name) => byId.remove(name, id)),
    hold: (collection, id) =>
      inTurn(collection, id, async (name) => {
        if (!(await holdPresent(byId, name, id))) return holdAbsent(byId, name, id)
        const found = await byId.get(name, id)
        return found && present(collection, fromCloud(found))
      }),
  }
  const finish = async () => {
    await last
    open = false
    return failed
  }
  return { tx, finish }
}

/** A snapshot notices only writes that meet; so the read is made one. Setting a value to what it is would be none. */
function holdPresent(byId: ById, name: string, id: string): Promise<boolean> {
  return byId.change(name, id, { $inc: { [heldField]: 1 } })
}

/** That nothing is there is guarded by being the one who wrote under that id. */
async function holdAbsent(byId: ById, name: string, id: string): Promise<undefined> {
  if (!(await byId.insert(name, { _id: id, [heldField]: 1 }))) throw conflictOn(`${name}/${id} was made meanwhile`)
  await byId.remove(name, id)
}
