/** Bytes that were sent and that nothing uses go by themselves: one hour after the day in which they could be used. */
import { dayMs, hourMs } from '#shared/kernel/day'
import type { Files, FoundFile } from '../runtime/files'
import { sayAside } from '../runtime/log'
import type { FileTicketStore } from './store'

interface SweepTools {
  readonly files: Files
  readonly fileTickets: Pick<FileTicketStore, 'listUnused' | 'removeTickets' | 'findTickets' | 'removeBegun'>
}

const unusedMs = dayMs + hourMs
/** Nobody began them here: a folder put together by hand, say. Whoever did so has a month to notice. */
const strangeMs = 30 * dayMs

export type SweepFiles = (now: number) => Promise<void>

/** Tickets looked up together; whoever checks in comes in between. */
const step = 100

export function fileSweep({ files, fileTickets }: SweepTools): SweepFiles {
  /** One file that cannot go is said, and tried again the next time; the others go. */
  const removeEach = async (ids: readonly string[]): Promise<readonly string[]> => {
    const gone: string[] = []
    for (const id of ids) {
      try {
        await files.remove(id)
        gone.push(id)
      } catch (error) {
        sayAside(`文件 ${id} 没有清掉：${String(error)}\n`)
      }
    }
    return gone
  }
  const sweepTickets = async (before: number): Promise<void> => {
    const ids = await fileTickets.listUnused(before)
    if (ids.length === 0) return
    // The bytes first: what is cut short here is found by its ticket again.
    const gone = await removeEach(ids)
    await fileTickets.removeTickets(gone)
    // What stays would be listed first again, and without an end where nothing of it can go.
    if (gone.length > 0) return sweepTickets(before)
  }
  const sweepBytes = async (now: number): Promise<void> => {
    const found = await files.listBefore(now - unusedMs)
    for (let from = 0; from < found.length; from += step) {
      const some = found.slice(from, from + step)
      const tickets = await fileTickets.findTickets(some.map(({ id }) => id))
      const isOver = ({ id, putAt }: FoundFile) => {
        const ticket = tickets.get(id)
        return ticket === undefined ? putAt < now - strangeMs : ticket.usedAt === undefined
      }
      await removeEach(some.filter(isOver).map(({ id }) => id))
    }
  }
  return async (now) => {
    await sweepTickets(now - unusedMs)
    await sweepBytes(now)
    await fileTickets.removeBegun(now - dayMs)
  }
}
