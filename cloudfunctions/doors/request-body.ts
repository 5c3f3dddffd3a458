/** Reading a request's body with a bound, before anything is made of it. */
import type { IncomingMessage } from 'node:http'

export type Body = { readonly json: unknown } | 'too large' | 'not json'

export async function readBody(request: IncomingMessage, largest: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return 'too large'
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    size += bytes.length
    // The declared length may be a lie, or missing.
    if (size > largest) return 'too large'
    parts.push(bytes)
  }
  try {
    return { json: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return 'not json'
  }
}
