/**
 * The door of one machine: HTTP for people, the built H5, short links, timers, everything under one data folder. It does
 * what the two cloud doors do, over the same `serve`.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { countedAddress, ownMachine, unknownAddress } from '../runtime/address'
import { type Chance, systemChance } from '../runtime/chance'
import { type Clock, steadyClock, systemClock } from '../runtime/clock'
import { CannotWrite } from '../runtime/database'
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../runtime/embedded-database'
import { openLocalFiles } from '../runtime/files-local'
import type { FolderLock } from '../runtime/folder-lock'
import type { Caller } from '../runtime/identity'
import { openLocalKeys } from '../runtime/keys'
import { openFileLog } from '../runtime/log'
import { ownFilesIn, ownFolder } from '../runtime/private-folder'
import { openRateLimit, type RateLimit } from '../runtime/rate-limit'
import { openTableThread } from '../runtime/table-thread'
import { type FileAnswer, openFileRoutes, unreadAnswer } from './file-routes'
import { openHealth } from './health'
import { collections, type OpenHouse, openHouse, schemaNumber } from './house'
import { deviceShownBy, jsonAnswer, noSuchPage, type RefusedAtDoor, refusalAnswer, securityHeaders, shortLinkAnswer } from './http-answers'
import { readBody } from './request-body'
import { openPages } from './static-pages'

export interface LocalDoorOptions {
  /** data folder: store, keys, files, log, copies */
  readonly folder: string
  /** built H5 */
  readonly h5: string
  readonly port: number
  readonly host?: string
  readonly isDemonstration?: boolean
  /** the folder's lock where the caller holds it; it is taken and let go of here when absent */
  readonly lock?: FolderLock
  /** while true nobody is served but by the pages: the demonstration is being laid */
  readonly isPreparing?: () => boolean
  readonly clock?: Clock
  /** by which the limits give back what was used; not the clock of the days, which may be set or stand */
  readonly steady?: Clock
  readonly chance?: Chance
  readonly limits?: { readonly session: RateLimit; readonly address: RateLimit }
  /** for tests: see EmbeddedOptions */
  readonly rehearse?: boolean
  /** for measuring: transactions that may share a commit */
  readonly groupLimit?: number
  /** for tests: transactions that may wait */
  readonly mostWaiting?: number
}

export interface LocalDoor {
  readonly url: string
  readonly house: OpenHouse
  readonly db: EmbeddedDatabase
  close(): Promise<void>
}

/** A hall of thirty behind one address, each opening two pages at once, is ordinary. */
const ordinaryLimits = { session: { burst: 120, perSecond: 20 }, address: { burst: 600, perSecond: 100 } }
const patienceMs = 10_000

export async function openLocalDoor(options: LocalDoorOptions): Promise<LocalDoor> {
  const { folder, clock = systemClock, steady = steadyClock, chance = systemChance } = options
  const { limits = ordinaryLimits, isDemonstration = false } = options
  ownFolder(folder)
  ownFilesIn(folder)
  // Before the store is opened: closing a file that lies among the pages would drop this process's locks on it, and should somebody
  // name the data folder as the pages' folder, those would be the store's.
  const servePage = openPages(options.h5, securityHeaders)
  const { rehearse = false, groupLimit, mostWaiting, lock, isPreparing = () => false } = options
  const db = openEmbeddedDatabase({
    folder,
    collections,
    schema: schemaNumber,
    rehearse,
    ...(lock === undefined ? {} : { lock }),
    ...(groupLimit === undefined ? {} : { groupLimit }),
    ...(mostWaiting === undefined ? {} : { mostWaiting }),
  })
  const log = openFileLog(folder)
  const keys = openLocalKeys(folder)
  const files = openLocalFiles(folder, keys, clock)
  const tables = openTableThread()
  const house = openHouse({ db, keys, files, clock, chance, log, isDemonstration, writeTable: tables.writeTable })
  const answerFile = openFileRoutes({ ...house.stores, files, keys, clock })
  const bySession = openRateLimit(limits.session)
  const byAddress = openRateLimit(limits.address)
  let isClosing = false
  const answerHealth = openHealth({ db, log, folder, isDemonstration, isPreparing, isClosing: () => isClosing })

  const mayCome = (caller: Caller, cost = 1): boolean => {
    const now = steady.now()
    // The machine itself, and a proxy on it that does not say for whom it speaks, cannot be told apart: they are not counted.
    const isCounted = caller.address !== ownMachine
    return (
      (!isCounted || byAddress.allows(caller.address, now, cost)) &&
      (caller.device === undefined || bySession.allows(caller.device, now, cost))
    )
  }

  const answerApi = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isClosing) return refuseWith(response, 503, 'UNAVAILABLE')
    if (isPreparing()) return refuseWith(response, 503, 'PREPARING')
    const caller = callerOf(request)
    if (!mayCome(caller)) return refuseWith(response, 429, 'TOO_FAST')
    const body = await readBody(request)
    if (body === 'too large') return refuseWith(response, 413, 'TOO_LARGE')
    if (body === 'not json') return refuseWith(response, 400, 'INVALID_INPUT')
    // Coming at all was paid above; what it asks for is known only now.
    const more = house.priceOf(body.json) - 1
    if (more > 0 && !mayCome(caller, more)) return refuseWith(response, 429, 'TOO_FAST')
    send(response, jsonAnswer(200, await house.serve(body.json, caller)))
  }

  const answerFiles = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (isClosing) return refuseWith(response, 503, 'UNAVAILABLE')
    if (!mayCome(callerOf(request))) return send(response, unreadAnswer(429, 'TOO_FAST'))
    sendAndClose(response, await answerFile(request, response, path))
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/api' && request.method === 'POST') {
      answerApi(request, response).catch(() => refuseWith(response, 503, 'UNAVAILABLE'))
    } else if (path.startsWith('/files/')) {
      answerFiles(request, response, path).catch((thrown: unknown) => refuseWith(response, 503, refusalOf(thrown)))
    } else if (path === '/health') {
      answerHealth().then(
        (answer) => send(response, answer),
        () => refuseWith(response, 503, 'UNAVAILABLE'),
      )
    } else if (path.startsWith('/s/')) {
      send(response, shortLinkAnswer(path.slice('/s/'.length)))
    } else if (!servePage(request, response, path)) {
      send(response, noSuchPage())
    }
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000

  const url = await listen(server, options.port, options.host ?? '127.0.0.1')
  return {
    url,
    house,
    db,
    async close() {
      isClosing = true
      await closeServer(server)
      await tables.close()
      await db.close()
      await log.close()
    },
  }
}

/** Nobody is cut off in the middle of an answer; who holds a silent connection open is not waited for. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function callerOf(request: IncomingMessage): Caller {
  return { address: addressOf(request), via: 'h5', ...deviceShownBy(request.headers.authorization) }
}

/**
 * The network address of who asks. A proxy on this machine adds whom it speaks for at the end of `x-forwarded-for`; from
 * anywhere else that header is only somebody's claim. What a proxy says that is no address is not taken for the machine itself.
 */
function addressOf(request: IncomingMessage): string {
  const peer = countedAddress(request.socket.remoteAddress ?? '') ?? unknownAddress
  const forwarded = peer === ownMachine ? String(request.headers['x-forwarded-for'] ?? '') : ''
  const last = forwarded.split(',').at(-1)?.trim()
  return last ? (countedAddress(last) ?? unknownAddress) : peer
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`)
    })
  })
}

/** Of a body that was refused, what is still on its way is not read: the connection goes with the refusal. */
function sendAndClose(response: ServerResponse, answer: FileAnswer): void {
  if (answer.statusCode === 413) response.setHeader('connection', 'close')
  send(response, answer)
}

/** The length is known, so nothing is sent in chunks. */
function send(response: ServerResponse, { statusCode, headers, body }: FileAnswer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(statusCode, { ...headers, 'content-length': bytes.length })
  response.end(bytes)
}

/** What was sent could not be kept: that is said as it is. */
function refusalOf(thrown: unknown): RefusedAtDoor {
  if (!(thrown instanceof CannotWrite)) return 'UNAVAILABLE'
  return thrown.why === 'full' ? 'DISK_FULL' : 'READ_ONLY'
}

function refuseWith(response: ServerResponse, status: number, code: RefusedAtDoor): void {
  if (response.headersSent) return void response.end()
  sendAndClose(response, refusalAnswer(status, code))
}
