import { connect } from 'node:net'
import { commonRefusals } from '#shared/kernel/contract'
import { openTestDoor, type TestDoor } from './stage'

const envelope = (over: object = {}) => JSON.stringify({ action: 'session.who', input: {}, requestId: 'request-1', ...over })
const refused = (code: keyof typeof commonRefusals) => ({ ok: false, code, message: commonRefusals[code] })

describe('what reaches the door', () => {
  let door: TestDoor
  beforeAll(async () => {
    door = await openTestDoor()
  })
  afterAll(() => door.end())

  it('is answered in the envelope', async () => {
    const response = await door.post(envelope())
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: true, data: { persons: [], isDemonstration: false } })
  })

  it.each([
    ['an unknown action', envelope({ action: 'themeday.explode' })],
    ['an unknown feature', envelope({ action: 'nothing.at' })],
    ['a step to the prototype', envelope({ action: '__proto__.x' })],
    ['an inherited property', envelope({ action: 'constructor.name' })],
    ['a path too long', envelope({ action: 'themeday.get.more' })],
    ['the demonstration where there is none', envelope({ action: 'demo.listCast' })],
    ['no action', JSON.stringify({ input: {} })],
    ['extra keys in the envelope', envelope({ openId: 'o-stolen' })],
    ['extra keys in the input', envelope({ input: { openId: 'o-stolen' } })],
    ['an operator for a code', envelope({ action: 'codes.resolve', input: { code: { $ne: null } } })],
    ['an operator for an id', envelope({ action: 'claims.look', input: { code: { $regex: '.*' } } })],
    ['a prototype in the input', '{"action":"codes.resolve","input":{"code":"AAAA1111","__proto__":{"x":1}},"requestId":"request-2"}'],
    ['a prototype in the envelope', '{"action":"session.who","input":{},"__proto__":{"admin":true}}'],
    ['a command without a request id', JSON.stringify({ action: 'claims.bind', input: { code: 'AAAA1111' } })],
    ['a request id that is no id', envelope({ requestId: '../../etc' })],
    ['a list', '[]'],
    ['a number', '42'],
    ['nothing', 'null'],
    ['a text', '"session.who"'],
  ])('%s is refused in plain words and nothing more', async (_, body) => {
    const response = await door.post(body)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(refused('INVALID_INPUT'))
  })

  it.each([
    ['truncated JSON', '{"action":"session.who","inp'],
    ['no JSON', 'action=session.who'],
    ['nothing at all', ''],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('%s is 400', async (_, body) => {
    const response = await door.post(body)
    expect([response.status, await response.json()]).toEqual([400, refused('INVALID_INPUT')])
  })

  it('a body of ten megabytes is 413, whether its length is told or not', async () => {
    const large = 'x'.repeat(10 * 1024 * 1024)
    const told = await door.post(large)
    expect([told.status, await told.json()]).toEqual([413, refused('TOO_LARGE')])
    const untold = await answerToChunks(Number(new URL(door.url).port), large.slice(0, 300_000))
    expect(untold).toContain('HTTP/1.1 413')
  })

  it.each([
    ['no token', {}],
    ['a token nobody knows', { authorization: `Bearer ${'a'.repeat(43)}` }],
    ['a token that is none', { authorization: 'Bearer ../../x' }],
    ['a basic password', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
    ['an openId in a header', { 'x-wx-openid': 'o-stolen' }],
  ])('%s is nobody', async (_, headers: Record<string, string>) => {
    const response = await door.post(envelope({ action: 'members.list' }), headers)
    expect(await response.json()).toEqual(refused('SIGN_IN_FIRST'))
  })

  it('a client older than the oldest answered is asked to open again', async () => {
    expect(await (await door.post(envelope({ client: 'h5/0.0.9' }))).json()).toEqual(refused('UPGRADE_NEEDED'))
    expect(await (await door.post(envelope({ client: 'h5/0.1.0' }))).json()).toMatchObject({ ok: true })
    expect(await (await door.post(envelope({ client: 'something else' }))).json()).toMatchObject({ ok: true })
  })

  it('leads a short link to its landing page and anything else home', async () => {
    const to = async (path: string) => (await fetch(`${door.url}${path}`, { redirect: 'manual' })).headers.get('location')
    expect(await to('/s/DANGRI01')).toBe('/#/main/landing/index?code=DANGRI01')
    expect(await to('/s/DANGRI01.c1a.w_2-9Z.k.x')).toBe('/#/main/landing/index?code=DANGRI01.c1a.w_2-9Z.k.x')
    expect(await to('/s/%22%3E%3Cscript%3E')).toBe('/')
    expect(await to(`/s/${'A'.repeat(141)}`)).toBe('/')
    expect(await to('/s/')).toBe('/')
  })

  it('serves the pages, says it is well, and has nothing else', async () => {
    const get = (path: string) => fetch(`${door.url}${path}`)
    expect(await (await get('/')).text()).toContain('先锋连心')
    expect(await (await get('/health')).json()).toMatchObject({ ok: true, schema: 2, isDemonstration: false })
    expect((await get('/keys.json')).status).toBe(404)
    expect((await get('/../keys.json')).status).toBe(404)
    expect((await get('/%2e%2e/store.db')).status).toBe(404)
    expect((await get('/api')).status).toBe(404)
    for (const path of ['/', '/health', '/nothing']) expect((await get(path)).headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is still there after all that', async () => {
    expect(await (await door.post(envelope())).json()).toMatchObject({ ok: true })
  })
})

describe('the bounds of the door', () => {
  it('a caller who comes too often is 429, and is let in again later', async () => {
    const steady = { passed: 0, now: () => steady.passed }
    const door = await openTestDoor({ steady, limits: { session: { burst: 3, perSecond: 1 }, address: { burst: 5, perSecond: 1 } } })
    const through = { 'x-forwarded-for': '1.2.3.4, 203.0.113.7' }
    const ask = async () => (await door.post(envelope(), through)).status
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 200, 200])
    const refusal = await door.post(envelope(), through)
    expect([refusal.status, await refusal.json()]).toEqual([429, refused('TOO_FAST')])
    // Only what the proxy itself added counts; another caller behind it is another caller.
    expect((await door.post(envelope(), { 'x-forwarded-for': '203.0.113.7, 203.0.113.8' })).status).toBe(200)
    steady.passed += 1000
    expect(await ask()).toBe(200)
    await door.end()
  })

  it('a clock that is set back or stands still keeps nobody out', async () => {
    const clock = { instant: 1_795_000_000_000, now: () => clock.instant }
    const door = await openTestDoor({ clock, limits: { session: { burst: 1, perSecond: 1000 }, address: { burst: 1, perSecond: 1000 } } })
    const ask = async () => (await door.post(envelope(), { 'x-forwarded-for': '203.0.113.7' })).status
    await ask()
    clock.instant -= 3_600_000
    // The door gives a call back each millisecond; only a door that goes by this clock would wait for it.
    const deadline = performance.now() + 5_000
    let status = await ask()
    while (status === 429 && performance.now() < deadline) status = await ask()
    expect(status).toBe(200)
    await door.end()
  })

  it('a caller is known by the address alone: no port, an IPv6 network as one, and never as the machine itself', async () => {
    const clock = { instant: 1_795_000_000_000, now: () => clock.instant }
    const door = await openTestDoor({ clock, limits: { session: { burst: 3, perSecond: 1 }, address: { burst: 1, perSecond: 0 } } })
    const ask = async (forwarded: string) => (await door.post(envelope(), { 'x-forwarded-for': forwarded })).status
    expect([await ask('203.0.113.7:50001'), await ask('203.0.113.7:50002'), await ask('::ffff:203.0.113.7')]).toEqual([200, 429, 429])
    expect([await ask('2001:db8::1'), await ask('[2001:db8::2]:443'), await ask('2001:db8:0:1::1')]).toEqual([200, 429, 200])
    expect([await ask('garbage'), await ask('other garbage')]).toEqual([200, 429])
    await door.end()
  })

  it('wrong codes are counted by it too', async () => {
    const door = await openTestDoor()
    const guess = async (forwarded: string) => {
      const body = envelope({ action: 'claims.look', input: { code: 'AAAA111111' } })
      return (await door.post(body, { 'x-forwarded-for': forwarded })).json()
    }
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(`2001:db8:5::${turn}`)).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(await guess('2001:db8:5::ffff')).toMatchObject({ code: 'TOO_MANY_TRIES' })
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(`203.0.113.9:500${turn}`)).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(await guess('203.0.113.9')).toMatchObject({ code: 'TOO_MANY_TRIES' })
    await door.end()
  })

  it('a failure inside is logged with its request id and never shown', async () => {
    const door = await openTestDoor()
    const said: string[] = []
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    await door.db.close()
    const response = await door.post(envelope({ requestId: 'request-fails' }))
    expect([response.status, await response.json()]).toEqual([200, refused('UNAVAILABLE')])
    expect(said.join('')).toContain('request-fails session.who')
    write.mockRestore()
    await door.end()
  })

  it('closing waits for who is being answered and refuses who comes after', async () => {
    const door = await openTestDoor()
    const answers = Promise.all(Array.from({ length: 20 }, () => door.post(envelope()).then((response) => response.json())))
    await answers
    await door.close()
    await expect(door.post(envelope())).rejects.toThrow()
  })
})

/** A chunked request whose length nobody tells; resolves with what came back. */
function answerToChunks(port: number, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += String(data)
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
    socket.write('POST /api HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
    socket.write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
  })
}
