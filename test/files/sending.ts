/** A recording on its way: begun by a secretary, and put where the door would put it. */
import { openLocalFiles } from '../../cloudfunctions/runtime/files-local'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { dataOf, type Village } from '../village/village'

/** Told for a recording of a phone by its first bytes. */
export const sound = Buffer.from('\xff\xf1\x50\x40 what the secretary says', 'latin1')

export const filesOf = ({ folder, clock }: Village) => openLocalFiles(folder, openLocalKeys(folder), clock)

/** The id of what the secretary has sent. */
export async function sendVoice(village: Village, bytes = sound, who = '老王'): Promise<string> {
  const { fileId } = dataOf(await village.as(who).files.begin({ kind: 'voice', bytes: bytes.length }))
  await filesOf(village).put(fileId, bytes)
  return fileId
}

/** Told for a picture by its first bytes. */
export const picture = Buffer.from('\x89PNG\r\n\x1a\n and what was drawn', 'latin1')

/** The id of a paper the secretary has sent. */
export async function sendPaper(village: Village, bytes = picture, who = '老王'): Promise<string> {
  const { fileId } = dataOf(await village.as(who).files.begin({ kind: 'attachment', bytes: bytes.length }))
  await filesOf(village).put(fileId, bytes)
  return fileId
}
