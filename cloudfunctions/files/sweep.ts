/** Bytes that were sent and that nothing uses go by themselves: one hour after the day in which they could be used. */
import { dayMs, hourMs } from '#shared/kernel/day'
import type { Files } from '../runtime/files'
import type { FileTicketStore } from './store'

interface SweepTools {
  readonly files: Files
  readonly fileTickets: FileTicketStore
}

const unusedMs = dayMs + hourMs
/** Nobody began them here: a folder put together by hand, say. Whoever did so has a month to notice. */
const strangeMs = 30 * dayMs

export type SweepFiles = (now: number) => Promise<void>

export function fileSweep({ files, fileTickets }: SweepTools): SweepFiles {
  const sweepTickets = async (before: number): Promise<void> => {
    const ids = await fileTickets.listUnused(before)
    if (ids.length === 0) return
    // The bytes first: what is cut short here is found by its ticket again.
    for (const id of ids) await files.remove(id)
    await fileTickets.removeTickets(ids)
    return sweepTickets(before)
  }
  const sweepBytes = async (before: number, isOver: (ticket: { readonly usedAt?: number } | undefined) => boolean): Promise<void> => {
    const ids = await files.listBefore(before)
    const tickets = await fileTickets.findTickets(ids)
    for (const id of ids) if (isOver(tickets.get(id))) await files.remove(id)
  }
  return async (now) => {
    await sweepTickets(now - unusedMs)
    await sweepBytes(now - unusedMs, (ticket) => ticket !== undefined && ticket.usedAt === undefined)
    await sweepBytes(now - strangeMs, (ticket) => ticket === undefined)
    await fileTickets.removeBegun(now - dayMs)
  }
}
