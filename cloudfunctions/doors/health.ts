/** `/health` of one machine: asked by anybody, so it says how things stand and nothing of whom or where. */
import type { EmbeddedDatabase } from '../runtime/embedded-database'
import { roomIn } from '../runtime/embedded-sides'
import type { FileLog } from '../runtime/log'
import { schemaNumber, version } from './house'
import { type HttpAnswer, jsonAnswer } from './http-answers'

export interface HealthParts {
  readonly db: EmbeddedDatabase
  readonly log: FileLog
  readonly folder: string
  readonly isDemonstration: boolean
  /** whether the village of a demonstration is still being laid */
  readonly isPreparing: () => boolean
  readonly isClosing: () => boolean
}

/** What is left below this is gone in an evening of photographs. */
const leastRoom = 32 * 1024 * 1024

/** However often it is asked, the disk is looked at once in this time. */
const looksEveryMs = 2000

export function openHealth({ db, log, folder, isDemonstration, isPreparing, isClosing }: HealthParts): () => Promise<HttpAnswer> {
  let looked: { readonly at: number; readonly isReadable: Promise<boolean> } | undefined
  const isReadable = (): Promise<boolean> => {
    const now = performance.now()
    if (looked === undefined || now - looked.at >= looksEveryMs) looked = { at: now, isReadable: db.look().catch(() => false) }
    return looked.isReadable
  }
  return async () => {
    const facts = {
      /** a piece of the store was read from the disk just now */
      readable: !isClosing() && (await isReadable()),
      /** the last thing that was to be stored was, and there is room for more */
      writable: db.refuses() === undefined && roomIn(folder) >= leastRoom,
      laid: !isPreparing(),
    }
    const ok = !isClosing() && facts.readable && facts.writable && facts.laid
    return jsonAnswer(ok ? 200 : 503, { ok, version, schema: schemaNumber, isDemonstration, ...facts, logged: log.isWhole() })
  }
}
