/** A paper on its way: a ticket, the bytes, and the theme day it is kept with. */
import type { Reply } from '#shared/kernel/contract'
import { type Answer, api, type SendOptions } from '../../../kernel/api'
import type { Paper } from '../../../kernel/ports'
import { putFile } from '../../../kernel/put-file'
import { useCommand } from '../../../kernel/use-command'

interface Sent {
  readonly themeDayId: string
  readonly paper: Paper
}

type Outcome = Reply<
  Answer<'themeday', 'addAttachment'>,
  'TOO_BIG' | 'ENOUGH_TODAY' | 'NO_ROOM' | 'BOOK_CLOSED' | 'TOO_MANY' | 'FILE_UNREADABLE'
>

const longestName = 40

/** A long name loses its middle, and keeps the ending by which it is opened. */
function shortName(name: string): string {
  const letters = [...name.trim()]
  return letters.length <= longestName ? letters.join('') : [...letters.slice(0, longestName - 11), '…', ...letters.slice(-10)].join('')
}

async function send({ themeDayId, paper }: Sent, options: SendOptions): Promise<Outcome> {
  const begun = await api.files.begin({ kind: 'attachment', bytes: paper.bytes.byteLength })
  if (!begun.ok) return begun
  await putFile(begun.data, paper.bytes)
  return api.themeday.addAttachment({ themeDayId, fileId: begun.data.fileId, name: shortName(paper.name) }, options)
}

export const useAttaching = () => useCommand(send)
