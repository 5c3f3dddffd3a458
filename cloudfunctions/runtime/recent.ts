/**
 * Documents read a moment ago, kept by this instance so that the taps of one evening do not each read the same theme day. What is
 * remembered may be out of date by `memoryMs`, so a "no" is never said from memory: whoever would refuse on a remembered document
 * reads it anew first. Only what was there is kept; an absence is asked for every time.
 */
import type { Clock } from './clock'
import type { Collection, Database, Stored } from './database'

export interface Recent<Doc extends Stored> {
  /** Remembered or read; a remembered one that does not serve is read anew. Without `serves` any will do. */
  get(id: string, serves?: (document: Doc) => boolean): Promise<Doc | undefined>
  /** Read now, and remembered from now on. */
  fresh(id: string): Promise<Doc | undefined>
  /** Reads those that are not remembered in one round trip, for a caller who needs each of them next. */
  warm(ids: readonly string[]): Promise<void>
  /** For whoever has just written it. */
  forget(id: string): void
}

/** How long an instance may answer from memory, and by which clock. */
export interface Remembering {
  readonly clock: Clock
  readonly memoryMs: number
}

/** A few hundred devices are a county's evening on one instance, and less than a megabyte. */
const mostKept = 500

/** With a `memoryMs` of 0, as on one machine where reading is cheap, nothing is kept. */
export function openRecent<Doc extends Stored>(db: Database, collection: Collection<Doc>, clock: Clock, memoryMs: number): Recent<Doc> {
  const kept = new Map<string, { readonly document: Doc; readonly until: number }>()
  let forgotten = 0

  /** Whoever was used last stands last, so that the first in line is the one to go. */
  const keep = (id: string, entry: { readonly document: Doc; readonly until: number }) => {
    kept.delete(id)
    kept.set(id, entry)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  const fresh = async (id: string): Promise<Doc | undefined> => {
    const until = clock.now() + memoryMs
    const before = forgotten
    const document = await db.get(collection, id)
    // What was written while the answer was on its way may not be in it.
    if (document === undefined || forgotten !== before) kept.delete(id)
    else if (memoryMs > 0) keep(id, { document, until })
    return document
  }

  const isRemembered = (id: string) => (kept.get(id)?.until ?? 0) > clock.now()

  return {
    fresh,
    async warm(ids) {
      const unknown = ids.filter((id) => !isRemembered(id))
      if (memoryMs === 0 || unknown.length < 2) return
      const until = clock.now() + memoryMs
      const before = forgotten
      const found = await db.getMany(collection, unknown)
      if (forgotten === before) for (const [id, document] of found) keep(id, { document, until })
    },
    async get(id, serves = () => true) {
      const entry = kept.get(id)
      if (entry === undefined || entry.until <= clock.now() || !serves(entry.document)) return fresh(id)
      keep(id, entry)
      return entry.document
    },
    forget(id) {
      forgotten += 1
      kept.delete(id)
    },
  }
}
