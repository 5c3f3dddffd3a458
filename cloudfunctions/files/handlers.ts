import type { files as contract } from '#shared/files/contract'
import { decideBegin } from '#shared/files/rules'
import { refuse } from '#shared/kernel/contract'
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
    begin: async ({ input: { kind, bytes }, made, now, insertOwn }) => {
      const decision = decideBegin(bytes, largestBytes[kind])
      if (!decision.ok) return decision
      const fileId = fileTickets.fileIdOf(made)
      // A repeat is given a new address, but none to a file that something uses: it was judged as it is.
      if ((await fileTickets.findTicket(fileId))?.usedAt !== undefined) return refuse('REQUEST_REUSED')
      const { address, headers } = await files.ticketFor(fileId)
      const answer = { fileId, address, headers, expiresAt: now + ticketMs }
      return insertOwn(
        fileTickets.ticket({ _id: fileId, v: 1, made, kind }),
        () => answer,
        () => refuse('REQUEST_REUSED'),
      )
    },
  }
}
