/** Whose cards to print: asked for in batches, and laid on sheets of A4. */
import type { Reply } from '#shared/kernel/contract'
import { type Answer, api, newRequestId, type SendOptions } from '../../kernel/api'
import { sheetsOf } from '../../ui/sheets-of'
import { readRoster } from './roster'

export type CardRow = Answer<'members', 'printCards'>['rows'][number]

/** Of a group (empty: of those in none), of one member; without either, of the whole branch. */
interface Wanted {
  readonly groupId?: string
  readonly memberId?: string
}

/** As many as the contract takes at once. */
const mostAtOnce = 24
const onSheet = 8

/** Cards in roster order; the first refusal ends it. Each batch keeps its own part of the request's id, so that all of it may be asked again. */
export async function printCards(wanted: Wanted, { requestId = newRequestId() }: SendOptions): Promise<Reply<readonly CardRow[], never>> {
  const chosen = await membersOf(wanted)
  if (!chosen.ok) return chosen
  const cards: CardRow[] = []
  for (const [place, memberIds] of sheetsOf(chosen.data, mostAtOnce).entries()) {
    const reply = await api.members.printCards({ memberIds: [...memberIds] }, { requestId: `${requestId}-${place}` })
    if (!reply.ok) return reply
    cards.push(...reply.data.rows)
  }
  return { ok: true, data: cards }
}

async function membersOf({ groupId, memberId }: Wanted): Promise<Reply<readonly string[], never>> {
  if (memberId !== undefined) return { ok: true, data: [memberId] }
  const roster = await readRoster()
  if (!roster.ok) return roster
  const rows = roster.data.filter((row) => groupId === undefined || groupId === (row.groupId ?? ''))
  return { ok: true, data: rows.map((row) => row.memberId) }
}

/** Sheets of eight. */
export function cardPages(cards: readonly CardRow[]): readonly (readonly CardRow[])[] {
  return sheetsOf(cards, onSheet)
}
