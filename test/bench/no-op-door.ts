/**
 * What HTTP and the session check cost by themselves: the same server, header, token hash, actor look-up in the same kind
 * of store and answer of the same size as a check-in, but nothing is decided, written or logged.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { collections, schemaNumber } from '../../cloudfunctions/doors/house'
import { readBody } from '../../cloudfunctions/doors/request-body'
import { systemClock } from '../../cloudfunctions/runtime/clock'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { actors, deviceOf, findActor } from '../../cloudfunctions/runtime/identity'
import { openRecent } from '../../cloudfunctions/runtime/recent'

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}
const known = JSON.stringify({ ok: true, data: { state: 'counted', at: 1_800_000_000_000 } })
const stranger = JSON.stringify({ ok: false, code: 'SIGN_IN_FIRST' })

export interface Door {
  readonly url: string
  close(): Promise<void>
}

export async function openNoOpDoor(folder: string): Promise<Door> {
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  const devices = openRecent(db, actors, systemClock, 0)
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const token = /^Bearer ([0-9A-Za-z_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
    const device = token === undefined ? {} : { device: deviceOf(token) }
    await readBody(request)
    const caller = { address: request.socket.remoteAddress ?? 'unknown', via: 'h5', ...device }
    const actor = await findActor({ db, devices }, { caller, as: undefined, now: systemClock.now() }, () => true)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.writeHead(200).end(actor === undefined ? stranger : known)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  const url = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
    })
  })
  return {
    url,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      await db.close()
    },
  }
}
