/** What WeChat's numbers mean to us. */
import * as z from 'zod'

/**
 * `unavailable`: not configured or not reached. `busy`: asked too often, or WeChat is at its limit. `pageNotPublished`,
 * `declined` (the person gave no permission, or has used it up), `notSeenLately` (not within two hours).
 */
export type WeChatObstacle = 'unavailable' | 'busy' | 'pageNotPublished' | 'declined' | 'notSeenLately'

export type WeChatAnswer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly obstacle: WeChatObstacle }

/** A number that is no obstacle we know: wrong settings, or a bug. Names the number only, never what was asked. */
export class WeChatFailure extends Error {
  constructor(readonly errcode: number | undefined) {
    super(errcode === undefined ? 'WeChat answered in a shape we do not know' : `WeChat answered errcode ${errcode}`)
  }
}

const obstacles: ReadonlyMap<number, WeChatObstacle> = new Map([
  [-1, 'busy'],
  [45009, 'busy'],
  [45011, 'busy'],
  [41030, 'pageNotPublished'],
  [43101, 'declined'],
  [61010, 'notSeenLately'],
])

/** The token was revoked, is wrong, or has run out. */
const tokenIsOver: ReadonlySet<number> = new Set([40001, 40014, 42001])

export function saysTokenIsOver(given: unknown): boolean {
  const errcode = errcodeOf(given)
  return errcode !== undefined && tokenIsOver.has(errcode)
}

/** `read` finds the value in an answer without complaint. Throws `WeChatFailure`. */
export function answerOf<Value>(given: unknown, read: (given: unknown) => Value | undefined): WeChatAnswer<Value> {
  if (given === undefined) return { ok: false, obstacle: 'unavailable' }
  const errcode = errcodeOf(given) ?? 0
  const obstacle = obstacles.get(errcode)
  if (obstacle !== undefined) return { ok: false, obstacle }
  const value = errcode === 0 ? read(given) : undefined
  if (value === undefined) throw new WeChatFailure(errcode === 0 ? undefined : errcode)
  return { ok: true, value }
}

/** WeChat's HTTP says `errcode`, the cloud's way says `errCode`. */
const complaint = z.union([
  z.object({ errcode: z.number() }),
  z.object({ errCode: z.number() }).transform(({ errCode }) => ({ errcode: errCode })),
])

export function errcodeOf(given: unknown): number | undefined {
  return complaint.safeParse(given).data?.errcode
}
