/** How every list answers: rows, and where the next page begins. */
import { setImmediate } from 'node:timers/promises'
import type { Collection, Database, Page, Stored } from './database'

/** One machine reads a page without a pause: between two of them, whoever else is at the door is let in. */
export const letOthersBy = (): Promise<void> => setImmediate()

export function answerPage<Doc, Row>(page: Page<Doc>, rows: Row[]): { rows: Row[]; next?: string } {
  return page.next === undefined ? { rows } : { rows, next: String(page.next) }
}

/** Walks all pages of a list that is bounded by its nature (a branch's attendances, a town's branches). */
export async function everyPage<Doc>(ask: (after: { after?: string | number }) => Promise<Page<Doc>>): Promise<readonly Doc[]> {
  const rows: Doc[] = []
  let next: string | number | undefined
  do {
    const page = await ask(next === undefined ? {} : { after: next })
    rows.push(...page.rows)
    next = page.next
    if (next !== undefined) await letOthersBy()
  } while (next !== undefined)
  return rows
}

/** `getMany` for as many as there are: a hundred at a time. */
export async function getEach<Doc extends Stored>(
  db: Database,
  collection: Collection<Doc>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Doc>> {
  const found = new Map<string, Doc>()
  for (let from = 0; from < ids.length; from += 100) {
    if (from > 0) await letOthersBy()
    for (const [id, document] of await db.getMany(collection, ids.slice(from, from + 100))) found.set(id, document)
  }
  return found
}
