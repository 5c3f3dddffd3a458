/** Files of one machine come and go by address: who holds one needs no session, and can do nothing else with it. */
import type { IncomingMessage } from 'node:http'
import type { FileTicketStore } from '../files/store'
import type { Clock } from '../runtime/clock'
import { readAddress } from '../runtime/file-address'
import { type FileFormat, formatOf, largestBytes } from '../runtime/file-kinds'
import type { Files } from '../runtime/files'
import type { Keys } from '../runtime/keys'
import { type HttpAnswer, jsonAnswer, noSuchPage, refusalAnswer, securityHeaders } from './http-answers'
import { readBytes } from './request-body'

export interface FileAnswer extends Omit<HttpAnswer, 'body'> {
  readonly body: string | Buffer
}

interface FileRouteParts {
  readonly files: Files
  readonly fileTickets: FileTicketStore
  readonly keys: Keys
  readonly clock: Clock
}

export type AnswerFile = (request: IncomingMessage, path: string) => Promise<FileAnswer>

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

export function openFileRoutes({ files, fileTickets, keys, clock }: FileRouteParts): AnswerFile {
  /** ids that were sent or are being sent, until their address is over anyway */
  const sent = new Map<string, number>()

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
      const bytes = await readBytes(request, largestBytes[ticket.kind])
      if (bytes === 'too large') return refusalAnswer(413, 'TOO_LARGE')
      await files.put(address.id, bytes)
      isWhole = true
      return jsonAnswer(200, { ok: true })
    } finally {
      // Broken off on the way: the same address may be tried again.
      if (!isWhole) sent.delete(address.id)
    }
  }

  async function give(request: IncomingMessage, path: string): Promise<FileAnswer> {
    const address = readAddress(keys, path, 'fetch', clock.now())
    const bytes = address && (await files.get(address.id, largest))
    const format = bytes && formatOf(bytes)
    if (bytes === undefined || format === undefined) return noSuchPage()
    const headers = { ...securityHeaders, 'cache-control': 'no-store', 'content-type': types[format], 'accept-ranges': 'bytes' }
    const range = rangeOf(request.headers.range, bytes.length)
    if (range === undefined) return { statusCode: 200, headers, body: bytes }
    const { from, to } = range
    const part = { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` }
    return { statusCode: 206, headers: part, body: bytes.subarray(from, to + 1) }
  }

  return async (request, path) => {
    if (request.method === 'PUT') return take(request, path)
    return request.method === 'GET' ? give(request, path) : noSuchPage()
  }
}

/** Phones of Apple play nothing that cannot be asked for in parts. A wish for several, or for what is not there, gets the whole. */
function rangeOf(asked: string | undefined, length: number): { readonly from: number; readonly to: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(asked ?? '') ?? []
  const [from, to] = [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)]
  return first !== '' && from <= to ? { from, to } : undefined
}
