import type { files as contract } from '#shared/files/contract'
import { type Counted, countBegun, decideSize } from '#shared/files/rules'
import { accept, refuse } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import { largestBytes } from '../runtime/file-kinds'
import { type Files, ticketMs } from '../runtime/files'
import type { FeatureHandlers } from '../runtime/handlers'
import type { FileTicketStore } from './store'

interface FileTools {
  readonly files: Files
  readonly fileTickets: FileTicketStore
}

export function fileHandlers({ files, fileTickets }: FileTools): FeatureHandlers<typeof contract> {
  return {
    begin: async ({ input: { kind, bytes }, scope, made, now, transact }) => {
      const size = decideSize(bytes, largestBytes[kind])
      if (!size.ok) return size
      if (!(await files.hasRoomFor(bytes))) return refuse('NO_ROOM')
      const fileId = fileTickets.fileIdOf(made)
      const { address, headers } = await files.ticketFor(fileId)
      const days: readonly (readonly [Counted, string])[] = [
        ['person', made.by],
        ...scope.branchIds.map((branchId) => ['branch', branchId] as const),
        ['county', countyId],
      ]
      // One transaction counts and gives: of a hundred who ask at once, those go on for whom there is something left.
      return transact(async (tx) => {
        const there = await fileTickets.getTicket(tx, fileId)
        // A repeat is given a new address, but none to a file that something uses: it was judged as it is.
        if (there?.usedAt !== undefined) return refuse('REQUEST_REUSED')
        if (there === undefined) {
          for (const [counted, of] of days) {
            const more = countBegun(counted, await fileTickets.getBegun(tx, counted, of, now), bytes)
            if (!more.ok) return more
            await fileTickets.putBegun(tx, counted, of, now, more.data)
          }
          await fileTickets.insertTicket(tx, { _id: fileId, v: 1, made, kind, bytes })
        }
        return accept({ fileId, address, headers, expiresAt: now + ticketMs })
      })
    },
  }
}
