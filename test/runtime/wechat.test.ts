import { createServer, type Server } from 'node:http'
import { openCloudServices } from '../../cloudfunctions/runtime/cloudbase-services'
import { OutOfBounds } from '../../cloudfunctions/runtime/database'
import { noWeChat, type WeChat, WeChatFailure } from '../../cloudfunctions/runtime/wechat'
import { openWeChatInCloud } from '../../cloudfunctions/runtime/wechat-cloud'
import { openWeChatByHttp } from '../../cloudfunctions/runtime/wechat-http'
import { openWeChat } from '../../cloudfunctions/runtime/wechat-sides'
import { openServicesWire, type ServicesWire } from './services-wire'

const code = { scene: 's=7KQ2M9XD', page: 'main/landing/index', version: 'release' } as const
const message = { openId: 'o-wang', templateId: 'tpl', page: 'main/home/index', words: { thing1: '主题党日', time2: '11月25日 09:00' } }
const png = Buffer.from('\x89PNG\r\n\x1a\n...', 'latin1')
const unavailable = { ok: false, obstacle: 'unavailable' }

/** WeChat as far as we ask it: tokens, and what the test says for everything else. */
class PlayedWeChat {
  readonly asked: { readonly path: string; readonly token: string; readonly body: Readonly<Record<string, unknown>> }[] = []
  tokensIssued = 0
  tokenLifeSeconds = 7200
  tokenAnswer: object | undefined
  /** what comes back, one after another; the last again and again */
  says: (object | Buffer | 'nothing' | 'garbage' | 'broken')[] = [{ errcode: 0 }]
  base = ''
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const body: Readonly<Record<string, unknown>> = JSON.parse(Buffer.concat(parts).toString())
      if (url.pathname === '/cgi-bin/stable_token') {
        this.tokensIssued += 1
        response.end(JSON.stringify(this.tokenAnswer ?? { access_token: `token-${this.tokensIssued}`, expires_in: this.tokenLifeSeconds }))
        return
      }
      this.asked.push({ path: url.pathname, token: url.searchParams.get('access_token') ?? '', body })
      const next = this.says.length > 1 ? this.says.shift() : this.says[0]
      if (next === 'nothing') return void request.socket.destroy()
      if (next === 'broken') response.statusCode = 502
      response.end(typeof next === 'string' ? '{"errcode":' : Buffer.isBuffer(next) ? next : JSON.stringify(next))
    })
  })

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    this.base = `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

describe('WeChat by HTTP', () => {
  let played: PlayedWeChat
  let weChat: WeChat
  let now = 1_800_000_000_000
  beforeEach(async () => {
    played = new PlayedWeChat()
    await played.open()
    weChat = openWeChatByHttp({ appId: 'wx1', secret: 'canary', clock: { now: () => now }, base: played.base })
  })
  afterEach(() => played.close())

  it('draws a code and gives its bytes as they are', async () => {
    played.says = [png]
    expect(await weChat.code(code)).toEqual({ ok: true, value: png })
    expect(played.asked).toEqual([
      {
        path: '/wxa/getwxacodeunlimit',
        token: 'token-1',
        body: { scene: 's=7KQ2M9XD', page: 'main/landing/index', env_version: 'release', check_path: true },
      },
    ])
  })

  it('sends a subscription message', async () => {
    expect(await weChat.message(message)).toEqual({ ok: true, value: 'sent' })
    const data = { thing1: { value: '主题党日' }, time2: { value: '11月25日 09:00' } }
    expect(played.asked[0]).toMatchObject({
      path: '/cgi-bin/message/subscribe/send',
      body: { touser: 'o-wang', template_id: 'tpl', page: 'main/home/index', data },
    })
  })

  it.each(['pass', 'review', 'risky'] as const)('has a text judged: %s', async (suggest) => {
    played.says = [{ errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } }]
    expect(await weChat.judge('村里的路灯坏了', 'o-wang')).toEqual({ ok: true, value: suggest })
    expect(played.asked[0]).toMatchObject({
      path: '/wxa/msg_sec_check',
      body: { version: 2, openid: 'o-wang', content: '村里的路灯坏了' },
    })
  })

  it.each([
    [-1, 'busy'],
    [45009, 'busy'],
    [45011, 'busy'],
    [41030, 'pageNotPublished'],
    [43101, 'declined'],
    [61010, 'notSeenLately'],
  ])('answers errcode %i as %s', async (errcode, obstacle) => {
    played.says = [{ errcode, errmsg: 'x' }]
    const answer = { ok: false, obstacle }
    expect([await weChat.code(code), await weChat.message(message), await weChat.judge('x', 'o')]).toEqual([answer, answer, answer])
  })

  it('keeps one token for all, until five minutes before its end', async () => {
    await Promise.all([weChat.message(message), weChat.message(message), weChat.judge('x', 'o').catch(() => 'failed')])
    now += 7200_000 - 5 * 60_000 - 1
    await weChat.message(message)
    expect(played.tokensIssued).toBe(1)
    now += 1
    await weChat.message(message)
    expect(played.asked.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1', 'token-1', 'token-2'])
  })

  it.each([40001, 40014, 42001])('asks once more with a new token on errcode %i, and not for ever', async (errcode) => {
    played.says = [{ errcode }, png, { errcode }, { errcode }, { errcode: 0 }]
    expect(await weChat.code(code)).toEqual({ ok: true, value: png })
    await expect(weChat.code(code)).rejects.toMatchObject({ errcode })
    expect(played.asked.map(({ token }) => token)).toEqual(['token-1', 'token-2', 'token-2', 'token-3'])
    expect(await weChat.message(message)).toEqual({ ok: true, value: 'sent' })
  })

  it('is unavailable when it does not answer, answers an error page, or half an answer', async () => {
    for (const next of ['nothing', 'broken', 'garbage'] as const) {
      played.says = [next]
      expect(await weChat.judge('x', 'o')).toEqual(unavailable)
    }
    await played.close()
    expect(await weChat.judge('x', 'o')).toEqual(unavailable)
    now += 7200_000
    expect(await weChat.judge('x', 'o')).toEqual(unavailable)
    await played.open()
  })

  it('throws on anything else, and says neither the secret nor what was asked', async () => {
    played.says = [{ errcode: 40003, errmsg: 'invalid openid o-wang' }]
    await expect(weChat.message(message)).rejects.toEqual(new WeChatFailure(40003))
    played.says = [{ errcode: 0, result: {} }]
    await expect(weChat.judge('x', 'o')).rejects.toEqual(new WeChatFailure(undefined))
    played.says = [png]
    await expect(weChat.message(message)).rejects.toBeInstanceOf(WeChatFailure)
    played.says = [{ errcode: 0 }]
    await expect(weChat.code(code)).rejects.toBeInstanceOf(WeChatFailure)
    now += 7200_000
    played.tokenAnswer = { errcode: 40125, errmsg: 'invalid appsecret canary' }
    const failure: unknown = await weChat.message(message).catch((error: unknown) => error)
    expect(String(failure)).toBe('Error: WeChat answered errcode 40125')
    played.tokenAnswer = undefined
    expect(await weChat.code(code).catch((error: unknown) => error)).toBeInstanceOf(WeChatFailure)
  })

  it('is not asked what it could not be asked', async () => {
    for (const scene of ['', 'a'.repeat(33), '党日', 'a b', 'a%20'])
      await expect(weChat.code({ ...code, scene })).rejects.toBeInstanceOf(OutOfBounds)
    for (const page of ['/main/landing/index', 'main/landing/index?x=1', ''])
      await expect(weChat.code({ ...code, page })).rejects.toBeInstanceOf(OutOfBounds)
    for (const text of ['', '长'.repeat(2501)]) await expect(weChat.judge(text, 'o')).rejects.toBeInstanceOf(OutOfBounds)
    expect(played.asked).toEqual([])
    played.says = [{ errcode: 0, result: { suggest: 'pass' } }]
    expect(await weChat.judge('😀'.repeat(2500), 'o')).toMatchObject({ ok: true })
  })
})

describe('WeChat by way of CloudBase', () => {
  let wire: ServicesWire
  let weChat: WeChat
  beforeEach(async () => {
    wire = await openServicesWire()
    weChat = openWeChatInCloud(openCloudServices({ env: 'local' }))
  })
  afterEach(() => wire.close())

  it('goes without a secret, by the names of its calls', async () => {
    wire.weChatSays = { errCode: 0, result: { suggest: 'review' } }
    expect(await weChat.judge('x', 'o-wang')).toEqual({ ok: true, value: 'review' })
    expect(await weChat.message(message)).toEqual({ ok: true, value: 'sent' })
    expect(wire.asked).toMatchObject([
      { name: 'security.msgSecCheck', body: { openid: 'o-wang', content: 'x' } },
      { name: 'subscribeMessage.send', body: { touser: 'o-wang' } },
    ])
  })

  it('knows the same obstacles', async () => {
    wire.weChatSays = { errCode: 43101 }
    expect(await weChat.message(message)).toEqual({ ok: false, obstacle: 'declined' })
    wire.weChatSays = { errcode: 61010 }
    expect(await weChat.judge('x', 'o')).toEqual({ ok: false, obstacle: 'notSeenLately' })
  })

  it('is unavailable when the cloud refuses the call, and draws no codes', async () => {
    wire.refuses = 'INVALID_WX_ACCESS_TOKEN'
    expect(await weChat.judge('x', 'o')).toEqual(unavailable)
    expect(await weChat.code(code)).toEqual(unavailable)
  })
})

describe('which WeChat a deployment has', () => {
  const clock = { now: () => 0 }

  it('none where nothing is configured: whatever needs it goes on without', async () => {
    const weChat = openWeChat({ environment: {}, clock })
    expect([await weChat.code(code), await weChat.message(message), await weChat.judge('x', 'o')]).toEqual([
      unavailable,
      unavailable,
      unavailable,
    ])
    await expect(noWeChat.judge('', 'o')).rejects.toBeInstanceOf(OutOfBounds)
  })

  it('the cloud’s own in a cloud function, unless a secret is given', async () => {
    const asked: string[] = []
    const played = new PlayedWeChat()
    await played.open()
    const services = {
      askWeChat: async (name: string) => {
        asked.push(name)
        return { errcode: 0 }
      },
    }
    expect(await openWeChat({ environment: {}, clock, services }).message(message)).toEqual({ ok: true, value: 'sent' })
    const environment = { LIANXIN_WECHAT_APPID: 'wx1', LIANXIN_WECHAT_SECRET: 'canary' }
    expect(await openWeChat({ environment, clock, services, base: played.base }).message(message)).toEqual({ ok: true, value: 'sent' })
    expect([asked, played.asked.length]).toEqual([['subscribeMessage.send'], 1])
    await played.close()
  })

  it('refuses half a secret', () => {
    expect(() => openWeChat({ environment: { LIANXIN_WECHAT_SECRET: 'x' }, clock })).toThrow('要么都填')
    expect(() => openWeChat({ environment: { LIANXIN_WECHAT_APPID: 'x' }, clock })).toThrow('要么都填')
  })
})
