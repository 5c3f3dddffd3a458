/** HTTP events of the function `api`: the same answers as the local door gives over a real connection. */
import { commonRefusals } from '#shared/kernel/contract'
import { type CloudStage, calledByNobody, instanceOf, openCloudStage } from './cloud-stage'

const refused = (code: keyof typeof commonRefusals) => ({ ok: false, code, message: commonRefusals[code] })
const envelope = (over: object = {}) => JSON.stringify({ action: 'session.who', input: {}, requestId: 'request-1', ...over })

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

let stage: CloudStage
beforeAll(async () => {
  stage = await openCloudStage()
})
afterAll(() => stage.end())

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'statusCode' in value

async function http(event: object, main = stage.main): Promise<Answer> {
  const whole = { httpMethod: 'GET', path: '/', headers: {}, queryStringParameters: {}, requestContext: { envId: 'e' }, ...event }
  const answer = await main(whole, calledByNobody)
  if (!isAnswer(answer)) throw new Error(`no HTTP answer: ${JSON.stringify(answer)}`)
  return answer
}
const post = (body: string, over: object = {}) => http({ httpMethod: 'POST', path: '/api', body, isBase64Encoded: false, ...over })
const said = ({ statusCode, body }: Answer) => [statusCode, JSON.parse(body)]

describe('a request over HTTP', () => {
  it.each(['/api', '/api/', '/', ''])('is answered in the envelope under %j, wherever the gateway cuts the path', async (path) => {
    expect(said(await post(envelope(), { path }))).toMatchObject([200, { ok: true, data: { persons: [], isDemonstration: false } }])
  })

  it.each(['/apis', '/api/api', '/api/members', '//api', '/other'])('is 404 under %j', async (path) => {
    expect((await post(envelope(), { path })).statusCode).toBe(404)
  })

  it.each([
    ['no token', {}],
    ['a token nobody knows', { authorization: `Bearer ${'a'.repeat(43)}` }],
    ['a token that is none', { authorization: 'Bearer ../../x' }],
    ['an openId for a token', { authorization: 'Bearer oCanary_5byg5bu65Zu9' }],
    ['an openId in a header', { 'x-wx-openid': 'oCanary_5byg5bu65Zu9' }],
  ])('%s is nobody', async (_, headers) => {
    expect(said(await post(envelope({ action: 'members.list' }), { headers }))).toEqual([200, refused('SIGN_IN_FIRST')])
  })

  it('an openId in the query, the body or the event is nobody', async () => {
    const openId = stage.phone('王志强').openId
    const over = { queryStringParameters: { openId }, userInfo: { openId }, openId, WX_OPENID: openId }
    expect(said(await post(envelope({ action: 'members.list' }), over))).toEqual([200, refused('SIGN_IN_FIRST')])
    expect(said(await post(envelope({ openId })))).toEqual([200, refused('INVALID_INPUT')])
  })

  it('a session claimed over HTTP is a device of its own, known by its Bearer token', async () => {
    const { personId } = stage.personOf('陈芳')
    const issued = await stage.secretary.api.claims.issue({ personId })
    const code = issued.ok ? issued.data.code : ''
    const headers = { Authorization: `Bearer ${'t'.repeat(43)}` }
    const bind = envelope({ action: 'claims.bind', input: { code }, requestId: 'request-bind' })
    expect(said(await post(bind, { headers }))).toMatchObject([200, { ok: true, data: { name: '陈芳' } }])
    expect(said(await post(envelope(), { headers }))).toMatchObject([200, { data: { persons: [{ name: '陈芳' }] } }])
    expect(said(await post(envelope(), {}))).toMatchObject([200, { data: { persons: [] } }])
  })

  it.each([
    ['truncated', '{"action":"session.who","inp'],
    ['no JSON', 'action=session.who'],
    ['nothing', ''],
  ])('a body that is %s is 400', async (_, body) => {
    expect(said(await post(body))).toEqual([400, refused('INVALID_INPUT')])
  })

  it('a body in base64 is read, and one that is none is 400', async () => {
    const encoded = Buffer.from(envelope()).toString('base64')
    expect(said(await post(encoded, { isBase64Encoded: true }))).toMatchObject([200, { ok: true }])
    expect(said(await post(encoded))).toEqual([400, refused('INVALID_INPUT')])
    expect(said(await post(envelope(), { isBase64Encoded: true }))).toEqual([400, refused('INVALID_INPUT')])
    expect(said(await http({ httpMethod: 'POST', path: '/api' }))).toEqual([400, refused('INVALID_INPUT')])
  })

  it('a body over a hundred kilobytes is 413, in letters, in bytes and in base64', async () => {
    const large = JSON.stringify('字'.repeat(34_200))
    expect(said(await post('x'.repeat(102_401)))).toEqual([413, refused('TOO_LARGE')])
    expect(said(await post(large))).toEqual([413, refused('TOO_LARGE')])
    expect(said(await post(Buffer.from(large).toString('base64'), { isBase64Encoded: true }))).toEqual([413, refused('TOO_LARGE')])
    const fits = Buffer.from(JSON.stringify('x'.repeat(102_398))).toString('base64')
    expect(said(await post(fits, { isBase64Encoded: true }))).toEqual([200, refused('INVALID_INPUT')])
  })

  it.each([
    ['without a path', { path: undefined }],
    ['with headers that are none', { headers: 'authorization' }],
    ['with a body that is no text', { body: { action: 'session.who' } }],
    ['with a method that is none', { httpMethod: 1 }],
  ])('an event %s is no request', async (_, over) => {
    const event = { httpMethod: 'POST', path: '/api', headers: {}, body: envelope(), ...over }
    expect(await stage.main(event, calledByNobody)).toEqual(refused('INVALID_INPUT'))
  })
})

describe('beside the actions', () => {
  it('a short link leads to its landing page, and anything else home', async () => {
    const to = async (path: string) => (await http({ path })).headers.location
    expect(await to('/s/DANGRI01')).toBe('/#/main/landing/index?code=DANGRI01')
    expect(await to('/api/s/DANGRI01')).toBe('/#/main/landing/index?code=DANGRI01')
    expect(await to('/s/DANGRI01.c1a.w_2-9Z.k.x')).toBe('/#/main/landing/index?code=DANGRI01.c1a.w_2-9Z.k.x')
    expect(await to('/s/%22%3E%3Cscript%3E')).toBe('/')
    expect(await to('/s//evil.example')).toBe('/')
    expect((await http({ path: '/s/DANGRI01' })).statusCode).toBe(302)
  })

  it('it is well with its keys, and says so when it is not', async () => {
    expect(said(await http({ path: '/health' }))).toEqual([
      200,
      { ok: true, version: '0.1.0', schema: 2, isDemonstration: false, readable: true },
    ])
    const key = process.env.LIANXIN_KEY_DEVICE
    delete process.env.LIANXIN_KEY_DEVICE
    const fresh = instanceOf('api')
    expect(said(await http({ path: '/health' }, fresh))).toMatchObject([503, { ok: false }])
    const asked = { httpMethod: 'POST', path: '/api', body: envelope() }
    expect(said(await http(asked, fresh))).toEqual([503, refused('UNAVAILABLE')])
    process.env.LIANXIN_KEY_DEVICE = key
    expect(said(await http(asked, fresh))).toMatchObject([200, { ok: true }])
  })

  it('there is nothing else, and every answer says how it may be used', async () => {
    for (const event of [{ path: '/' }, { path: '/api' }, { path: '/keys.json' }, { path: '/health', httpMethod: 'PUT' }]) {
      expect(await http(event)).toMatchObject({ statusCode: 404, body: '没有这一页' })
    }
    const answers = [await http({ path: '/health' }), await http({ path: '/s/A' }), await http({}), await post(envelope()), await post('')]
    for (const { headers } of answers) expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })
})

describe('wrong codes over HTTP', () => {
  const guess = async (forwarded: string, turn: number, main = stage.main) => {
    const headers = { 'X-Forwarded-For': forwarded }
    const body = envelope({ action: 'claims.look', input: { code: 'AAAA111111' }, requestId: `guess-${turn}-${forwarded.length}` })
    const [, reply] = said(await http({ httpMethod: 'POST', path: '/api', body, isBase64Encoded: false, headers }, main))
    return reply.code
  }

  it('are counted by the address that the cloud itself saw, not by one that is claimed', async () => {
    for (let turn = 0; turn < 5; turn += 1)
      expect(await guess(`198.51.100.${turn}, 203.0.113.7, 10.0.0.${turn}`, turn)).toBe('CODE_UNKNOWN')
    expect(await guess('198.51.100.99, 203.0.113.7, 100.64.0.1', 6)).toBe('TOO_MANY_TRIES')
    expect(await guess('203.0.113.7, 203.0.113.8, 172.20.0.1, 192.168.0.1', 7)).toBe('CODE_UNKNOWN')
    for (let turn = 10; turn < 15; turn += 1) expect(await guess('2001:db8::7, fd12::1, ::1', turn)).toBe('CODE_UNKNOWN')
    expect(await guess('198.51.100.1, 2001:db8::7, fe80::1', 16)).toBe('TOO_MANY_TRIES')
  })

  it('are counted alike however the address is written, and together where there is none', async () => {
    const written = ['203.0.113.40:50001', '203.0.113.40:50002', '::ffff:203.0.113.40', '[::ffff:203.0.113.40]:443', '203.0.113.40']
    for (const [turn, forwarded] of written.entries()) expect(await guess(forwarded, turn)).toBe('CODE_UNKNOWN')
    expect(await guess('203.0.113.40:50003', 5)).toBe('TOO_MANY_TRIES')
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(`2001:db8:40::${turn}`, turn)).toBe('CODE_UNKNOWN')
    expect(await guess('[2001:db8:40::ffff]:443', 5)).toBe('TOO_MANY_TRIES')
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(`garbage ${turn}`, turn)).toBe('CODE_UNKNOWN')
    expect(await guess('other garbage', 5)).toBe('TOO_MANY_TRIES')
    expect(await guess('10.0.0.1, 10.0.0.2', 6)).toBe('TOO_MANY_TRIES')
  })

  it('of a caller inside the cloud’s own network are not counted by what they claim, where the number of hops is set', async () => {
    process.env.LIANXIN_HOPS = '1'
    const main = instanceOf('api')
    for (let turn = 0; turn < 5; turn += 1) expect(await guess(`198.51.100.${turn}, 100.64.0.9, 10.0.0.1`, turn, main)).toBe('CODE_UNKNOWN')
    expect(await guess('198.51.100.77, 100.64.0.9, 10.0.0.1', 5, main)).toBe('TOO_MANY_TRIES')
    process.env.LIANXIN_HOPS = 'one'
    const body = envelope()
    expect(said(await http({ httpMethod: 'POST', path: '/api', body }, instanceOf('api')))).toEqual([503, refused('UNAVAILABLE')])
    delete process.env.LIANXIN_HOPS
  })
})
