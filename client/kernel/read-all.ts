/** Lists come in pages of a hundred at most; most are one page. */
import type { Reply } from '#shared/kernel/contract'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: string | undefined
}

/** Every row, page after page; the first refusal ends it. */
export async function readAll<Row, Code extends string>(
  ask: (page: { limit: number; after?: string }) => Promise<Reply<Page<Row>, Code>>,
): Promise<Reply<readonly Row[], Code>> {
  const rows: Row[] = []
  let next: string | undefined
  do {
    const reply = await ask({ limit: 100, ...(next === undefined ? {} : { after: next }) })
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    next = reply.data.next
  } while (next !== undefined)
  return { ok: true, data: rows }
}
