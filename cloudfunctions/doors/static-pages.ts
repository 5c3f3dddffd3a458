/**
 * The built pages, read once into memory and packed: a weak signal gets the small form, and a build that runs meanwhile
 * cannot pull a file away from under a reader.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

interface StaticPage {
  readonly body: Buffer
  readonly packed: Buffer
  readonly headers: Readonly<Record<string, string>>
}

function readPage(file: string): StaticPage {
  const body = readFileSync(file)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  // A file with a hash in its name never changes; the others are asked for again each time.
  const isHashed = /\.[0-9a-f]{8}\.(js|css)$/.test(file)
  const caching = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
  const type = types[extname(file)] ?? 'application/octet-stream'
  return { body, packed: gzipSync(body), headers: { 'content-type': type, 'cache-control': caching, etag, vary: 'accept-encoding' } }
}

export type ServePages = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

/** Answers false when there is no such page. `headers` go with every answer. */
export function openPages(folder: string, headers: Readonly<Record<string, string>>): ServePages {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
  const pages = new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`/${relative(folder, file).split(sep).join('/')}`, readPage(file)]
    }),
  )
  return (request, response, path) => {
    const page = pages.get(path === '/' ? '/index.html' : path)
    if (page === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    if (request.headers['if-none-match'] === page.headers.etag) {
      response.writeHead(304, { ...headers, ...page.headers }).end()
      return true
    }
    const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = isPacked ? page.packed : page.body
    const encoding = isPacked ? { 'content-encoding': 'gzip' } : {}
    response.writeHead(200, { ...headers, ...page.headers, ...encoding, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}
