/** What every HTTP door answers alike, on one machine and in the cloud: its refusals, its headers, where a short link leads. */
import { commonRefusals } from '#shared/kernel/contract'
import { deviceOf } from '../runtime/identity'

export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Statuses of their own; every other refusal is an answer with 200. */
export type RefusedAtDoor = 'UNAVAILABLE' | 'TOO_FAST' | 'TOO_LARGE' | 'INVALID_INPUT' | 'BUSY' | 'PREPARING' | 'DISK_FULL' | 'READ_ONLY'

/** A recording is played from the cloud's storage, which is another host, or before it is sent. */
const mediaFrom = "media-src 'self' https: blob:"

export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'self'; img-src 'self' data:; ${mediaFrom}; font-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
}

export function textAnswer(statusCode: number, type: string, body: string): HttpAnswer {
  return { statusCode, headers: { ...securityHeaders, 'cache-control': 'no-store', 'content-type': `${type}; charset=utf-8` }, body }
}

export function jsonAnswer(statusCode: number, value: unknown): HttpAnswer {
  return textAnswer(statusCode, 'application/json', JSON.stringify(value))
}

export function refusalAnswer(statusCode: number, code: RefusedAtDoor): HttpAnswer {
  return jsonAnswer(statusCode, { ok: false, code, message: commonRefusals[code] })
}

export const noSuchPage = (): HttpAnswer => textAnswer(404, 'text/plain', '没有这一页')

/** A short link leads to its landing page, and one that cannot be a code home. Behind a dot it may say more than the code (`scanned.ts`). */
export function shortLinkAnswer(code: string): HttpAnswer {
  const location = /^[0-9A-Za-z][0-9A-Za-z._-]{0,139}$/.test(code) ? `/#/main/landing/index?code=${code}` : '/'
  return { statusCode: 302, headers: { ...securityHeaders, 'cache-control': 'no-store', location }, body: '' }
}

/** A session is shown as `Bearer`; anything else in the header is nobody. An openId means nothing here: HTTP carries none. */
export function deviceShownBy(authorization: string | undefined): { readonly device?: string } {
  const token = /^Bearer ([0-9A-Za-z_-]{43})$/.exec(authorization ?? '')?.[1]
  return token === undefined ? {} : { device: deviceOf(token) }
}
