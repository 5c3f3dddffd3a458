/** WeChat by HTTP with the mini-program's own secret: for a machine of one's own, and for a cloud function as well. */
import * as z from 'zod'
import type { Clock } from './clock'
import { type WeChat, type WeChatWire, weChatOver } from './wechat'
import { errcodeOf, saysTokenIsOver, WeChatFailure } from './wechat-answers'

export interface WeChatAccess {
  readonly appId: string
  readonly secret: string
  readonly clock: Clock
  /** another address for tests; WeChat's own when absent */
  readonly base?: string
}

interface Token {
  readonly text: string
  /** ms */
  readonly until: number
}

const paths = { message: '/cgi-bin/message/subscribe/send', judge: '/wxa/msg_sec_check' } as const
const picturePath = '/wxa/getwxacodeunlimit'
/** WeChat may take its time, a person in front of a phone may not. */
const patienceMs = 5000
const renewBeforeMs = 5 * 60_000

export function openWeChatByHttp(access: WeChatAccess): WeChat {
  const base = access.base ?? 'https://api.weixin.qq.com'
  const token = keptToken(access, base)

  /** A token that is over is asked for anew, once. */
  async function ask(path: string, body: object, isAgain = false): Promise<unknown> {
    const used = await token.get()
    if (used === undefined) return undefined
    const given = await post(`${base}${path}?access_token=${encodeURIComponent(used.text)}`, body)
    if (!saysTokenIsOver(given) || isAgain) return given
    token.forget(used)
    return ask(path, body, true)
  }

  const wire: WeChatWire = { json: (call, body) => ask(paths[call], body), picture: (body) => ask(picturePath, body) }
  return weChatOver(wire)
}

const issued = z.object({ access_token: z.string().min(1), expires_in: z.number() })

/** One token for all who ask at once. The stable kind: instances of a function must not void each other's. */
function keptToken({ appId, secret, clock }: WeChatAccess, base: string) {
  let kept: Token | undefined
  let asking: Promise<Token | undefined> | undefined
  async function ask(): Promise<Token | undefined> {
    const given = await post(`${base}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: appId, secret })
    if (given === undefined) return undefined
    const { data } = issued.safeParse(given)
    if (data === undefined) throw new WeChatFailure(errcodeOf(given))
    return { text: data.access_token, until: clock.now() + data.expires_in * 1000 - renewBeforeMs }
  }
  return {
    async get(): Promise<Token | undefined> {
      if (kept !== undefined && kept.until > clock.now()) return kept
      asking ??= ask().finally(() => {
        asking = undefined
      })
      kept = await asking
      return kept
    },
    forget(used: Token): void {
      if (kept === used) kept = undefined
    },
  }
}

/** JSON, the bytes of a picture, or nothing when WeChat was not reached or said something else. */
async function post(url: string, body: object): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) return undefined
    const bytes = Buffer.from(await response.arrayBuffer())
    // A refusal of a picture comes as JSON under whatever type; no picture begins with a brace.
    return bytes[0] === 0x7b ? JSON.parse(bytes.toString()) : bytes
  } catch {
    return undefined
  }
}
