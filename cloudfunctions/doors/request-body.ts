/** Reading a request's body with a bound, before anything is made of it. */
import type { IncomingMessage } from 'node:http'

export type Body = { readonly json: unknown } | 'too large' | 'not json'

export const largestBody = 100 * 1024

export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, largestBody)
  return bytes === 'too large' ? bytes : bodyOf(bytes)
}

export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too large'
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    size += bytes.length
    // The declared length may be a lie, or missing.
    if (size > most) return 'too large'
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

export function bodyOf(bytes: Buffer): Body {
  if (bytes.length > largestBody) return 'too large'
  try {
    return { json: JSON.parse(bytes.toString('utf8')) }
  } catch {
    return 'not json'
  }
}
