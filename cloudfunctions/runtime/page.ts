/** How every list answers: rows, and where the next page begins. */
import type { Page } from './database'

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
  } while (next !== undefined)
  return rows
}
