/** What was sent past the doors, looked at for the first time by whoever uses it. */
import type { SentKind } from '#shared/files/ids'
import type { FileTicketStore } from '../files/store'
import { judgeFile, largestBytes } from '../runtime/file-kinds'
import { type Files, FileTooLarge } from '../runtime/files'

export interface SentFiles {
  readonly fileTickets: FileTicketStore
  readonly files: Files
}

/** Whether the bytes are what they were begun as. What was never begun is not looked for. */
export async function fits({ files, fileTickets }: SentFiles, kind: SentKind, fileId: string): Promise<boolean> {
  if ((await fileTickets.findTicket(fileId)) === undefined) return false
  try {
    const bytes = await files.get(fileId, largestBytes[kind])
    return bytes !== undefined && judgeFile(kind, bytes) === 'fits'
  } catch (thrown) {
    if (thrown instanceof FileTooLarge) return false
    throw thrown
  }
}
