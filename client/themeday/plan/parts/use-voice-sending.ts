/** A recording on its way: a ticket, the bytes, and the theme day that it belongs to. */
import type { Reply } from '#shared/kernel/contract'
import { type Answer, api, type SendOptions } from '../../../kernel/api'
import type { Recording } from '../../../kernel/ports'
import { putFile } from '../../../kernel/put-file'
import { useCommand } from '../../../kernel/use-command'
import { longestSeconds } from './use-recording'

interface Sent {
  readonly themeDayId: string
  readonly recording: Recording
}

type Outcome = Reply<Answer<'themeday', 'setVoice'>, 'TOO_BIG' | 'ENOUGH_TODAY' | 'NO_ROOM' | 'CANCELLED' | 'FILE_NOT_SOUND'>

/** What has arrived is not sent again when only the last answer was lost. */
const arrived = new WeakMap<Recording, string>()

async function sendVoice({ themeDayId, recording }: Sent, options: SendOptions): Promise<Outcome> {
  const known = arrived.get(recording)
  const sent = known === undefined ? await sendBytes(recording) : { ok: true as const, data: { fileId: known } }
  if (!sent.ok) return sent
  const { fileId } = sent.data
  arrived.set(recording, fileId)
  const reply = await api.themeday.setVoice({ themeDayId, voice: { fileId, seconds: secondsOf(recording) } }, options)
  if (!reply.ok) arrived.delete(recording)
  return reply
}

async function sendBytes({ bytes }: Recording) {
  const begun = await api.files.begin({ kind: 'voice', bytes: bytes.byteLength })
  if (begun.ok) await putFile(begun.data, bytes)
  return begun
}

/** As it is shown and stored. */
export function secondsOf({ seconds }: Recording): number {
  return Math.min(longestSeconds, Math.max(1, Math.round(seconds)))
}

export const useVoiceSending = () => useCommand(sendVoice)
