/**
 * The port for what WeChat does on the server's behalf: pictures of mini-program codes, subscription messages, and a look
 * at what people write. What WeChat may well answer is a value; a breach of the bounds is a bug of the caller and throws.
 */
import * as z from 'zod'
import { OutOfBounds } from './database'
import { answerOf, errcodeOf, type WeChatAnswer } from './wechat-answers'

export type { WeChatAnswer, WeChatObstacle } from './wechat-answers'
export { WeChatFailure } from './wechat-answers'

export interface CodeOrder {
  /** arrives on the page as `query.scene`: 1 to 32 characters of WeChat's alphabet */
  readonly scene: string
  /** a published page, without a slash in front: `main/landing/index` */
  readonly page: string
  readonly version: 'release' | 'trial' | 'develop'
}

/** Spends the one permission that the person gave by a tap; a second message needs a second tap. */
export interface SubscriptionMessage {
  readonly openId: string
  readonly templateId: string
  readonly page: string
  /** the template's own names → what stands there */
  readonly words: Readonly<Record<string, string>>
}

/** `review` means that WeChat leaves it to a person. */
export type Verdict = 'pass' | 'review' | 'risky'

export interface WeChat {
  /** the picture, as WeChat sends it */
  code(order: CodeOrder): Promise<WeChatAnswer<Buffer>>
  message(message: SubscriptionMessage): Promise<WeChatAnswer<'sent'>>
  /** `openId`: who wrote it; WeChat must have seen them within two hours. At most 2,500 characters. */
  judge(text: string, openId: string): Promise<WeChatAnswer<Verdict>>
}

/** How a side reaches WeChat: parsed JSON comes back, the bytes of a picture, or nothing when it could not be reached. */
export interface WeChatWire {
  json(call: 'message' | 'judge', body: object): Promise<unknown>
  picture(body: object): Promise<unknown>
}

const sceneShape = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const pageShape = /^[0-9a-zA-Z][0-9a-zA-Z/_-]{0,127}$/
const longestText = 2500
const judged = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) })

export function weChatOver(wire: WeChatWire): WeChat {
  return {
    async code({ scene, page, version }) {
      within(sceneShape.test(scene), 'a scene has 1 to 32 characters of WeChat’s alphabet')
      checkPage(page)
      const body = { scene, page, env_version: version, check_path: version === 'release' }
      return answerOf(await wire.picture(body), (given) => (Buffer.isBuffer(given) && given.length > 0 ? given : undefined))
    },
    async message({ openId, templateId, page, words }) {
      checkPage(page)
      const data = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, { value }]))
      return answerOf(await wire.json('message', { touser: openId, template_id: templateId, page, data }), (given) =>
        errcodeOf(given) === 0 ? 'sent' : undefined,
      )
    },
    async judge(text, openId) {
      within(text !== '' && [...text].length <= longestText, `a text to be judged has 1 to ${longestText} characters`)
      // 3 of WeChat's four kinds of place: what others will read, neither a profile nor a comment.
      return answerOf(
        await wire.json('judge', { version: 2, scene: 3, openid: openId, content: text }),
        (given) => judged.safeParse(given).data?.result.suggest,
      )
    },
  }
}

/** Where nothing is configured: whatever needed WeChat goes on without, and what people write is read by a person. */
export const noWeChat: WeChat = weChatOver({ json: async () => undefined, picture: async () => undefined })

function checkPage(page: string): void {
  within(pageShape.test(page), 'a page is a path without a slash in front and without a query')
}

function within(holds: boolean, rule: string): void {
  if (!holds) throw new OutOfBounds(rule)
}
