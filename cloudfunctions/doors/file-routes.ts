/** Files of one machine come and go by address: who holds one needs no session, and can do nothing else with it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileTicketStore } from '../files/store'
import { openBytesInHand } from '../runtime/bytes-in-hand'
import type { Clock } from '../runtime/clock'
import { readAddress } from '../runtime/file-address'
import { type FileFormat, formatOf, largestBytes } from '../runtime/file-kinds'
import type { Files } from '../runtime/files'
import type { Keys } from '../runtime/keys'
import { openRateLimit } from '../runtime/rate-limit'
import { type HttpAnswer, jsonAnswer, noSuchPage, type RefusedAtDoor, refusalAnswer, securityHeaders } from './http-answers'
import { readBytes } from './request-body'

export interface FileAnswer extends Omit<HttpAnswer, 'body'> {
  readonly body: string | Buffer
}

interface FileRouteParts {
  readonly files: Files
  readonly fileTickets: Pick<FileTicketStore, 'findTicket'>
  readonly keys: Keys
  readonly clock: Clock
}

export type AnswerFile = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<FileAnswer>

const types: Readonly<Record<FileFormat, string>> = {
  zip: 'application/zip',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
}

const largest = Math.max(...Object.values(largestBytes))

/** A body is held whole until it is on disk: eight papers at once, two of one person. */
const mostComing = { all: 8 * largest, each: 2 * largest }
/** A recording is held until its last byte is sent: a hundred phones of a hall may listen at once. */
const mostGoing = { all: 64_000_000, each: 64_000_000 }
/** A theme day's papers one after another, and those of a second try. */
const sendingLimit = { burst: 20, perSecond: 0.5 }

export function openFileRoutes({ files, fileTickets, keys, clock }: FileRouteParts): AnswerFile {
  /** ids that were sent or are being sent, until their address is over anyway */
  const sent = new Map<string, number>()
  const coming = openBytesInHand(mostComing)
  const going = openBytesInHand(mostGoing)
  const byPerson = openRateLimit(sendingLimit)

  async function take(request: IncomingMessage, path: string): Promise<FileAnswer> {
    const now = clock.now()
    for (const [id, until] of sent) if (until <= now) sent.delete(id)
    const address = readAddress(keys, path, 'send', now)
    // Sent once: what was judged and used must not be another file later. Noted before anything is waited for.
    if (address === undefined || sent.has(address.id)) return noSuchPage()
    sent.set(address.id, address.until)
    let isWhole = false
    try {
      const ticket = await fileTickets.findTicket(address.id)
      // Whatever lies there was sent before the last start.
      const isThere = (await files.addressOf(address.id, 1)) !== undefined
      if (ticket === undefined || ticket.usedAt !== undefined || isThere) return noSuchPage()
      const { made, bytes: most = largestBytes[ticket.kind] } = ticket
      if (!byPerson.allows(made.by, now)) return unreadAnswer(429, 'TOO_FAST')
      if (!(await files.hasRoomFor(most))) return unreadAnswer(503, 'UNAVAILABLE')
      if (!coming.take(made.by, most)) return unreadAnswer(429, 'BUSY')
      try {
        const bytes = await readBytes(request, most)
        if (bytes === 'too large') return unreadAnswer(413, 'TOO_LARGE')
        await files.put(address.id, bytes)
        isWhole = true
        return jsonAnswer(200, { ok: true })
      } finally {
        coming.giveBack(made.by, most)
      }
    } finally {
      // Broken off on the way: the same address may be tried again.
      if (!isWhole) sent.delete(address.id)
    }
  }

  async function give(request: IncomingMessage, response: ServerResponse, path: string): Promise<FileAnswer> {
    const address = readAddress(keys, path, 'fetch', clock.now())
    const size = address && (await files.sizeOf(address.id))
    if (address === undefined || size === undefined || response.destroyed) return noSuchPage()
    // Room first, bytes after: who is refused costs no memory.
    if (!going.take('all', size)) return refusalAnswer(429, 'BUSY')
    response.once('close', () => going.giveBack('all', size))
    const bytes = await files.get(address.id, largest)
    const format = bytes && formatOf(bytes)
    if (bytes === undefined || format === undefined) return noSuchPage()
    const headers = { ...securityHeaders, 'cache-control': 'no-store', 'content-type': types[format], 'accept-ranges': 'bytes' }
    const range = rangeOf(request.headers.range, bytes.length)
    if (range === undefined) return { statusCode: 200, headers, body: bytes }
    const { from, to } = range
    const part = { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` }
    return { statusCode: 206, headers: part, body: bytes.subarray(from, to + 1) }
  }

  return async (request, response, path) => {
    if (request.method === 'PUT') return take(request, path)
    return request.method === 'GET' ? give(request, response, path) : noSuchPage()
  }
}

/** What is still on its way is not read: the connection goes with the refusal. */
export function unreadAnswer(status: number, code: RefusedAtDoor): FileAnswer {
  const answer = refusalAnswer(status, code)
  return { ...answer, headers: { ...answer.headers, connection: 'close' } }
}

/** Phones of Apple play nothing that cannot be asked for in parts. A wish for several, or for what is not there, gets the whole. */
function rangeOf(asked: string | undefined, length: number): { readonly from: number; readonly to: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(asked ?? '') ?? []
  const [from, to] = [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)]
  return first !== '' && from <= to ? { from, to } : undefined
}
