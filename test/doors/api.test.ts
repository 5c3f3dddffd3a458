/** The function `api` as it is uploaded. */
import { commonRefusals } from '#shared/kernel/contract'
import { minuteMs } from '#shared/kernel/day'
import { dataOf } from '../village/village'
import {
  type CloudStage,
  calledBy,
  calledByNobody,
  calledByTimer,
  instanceOf,
  type Main,
  openCloudStage,
  openIdOf,
  phoneOf,
} from './cloud-stage'

const refused = (code: keyof typeof commonRefusals) => ({ ok: false, code, message: commonRefusals[code] })
const envelope = (over: object = {}) => ({ action: 'session.who', input: {}, requestId: 'request-1', ...over })
const stolen = openIdOf('王志强')

let stage: CloudStage
beforeAll(async () => {
  stage = await openCloudStage()
})
afterAll(() => stage.end())

const nameOn = async (answer: Promise<unknown>) => JSON.stringify(await answer).match(/"name":"([^"]+)"/)?.[1]

describe('who asks', () => {
  it('is known by the openId of the invocation and by nothing else', async () => {
    expect(await nameOn(stage.phone('张建国').send(envelope()))).toBe('张建国')
    expect(await nameOn(stage.phone('刘桂兰').send(envelope()))).toBe('刘桂兰')
    expect(await nameOn(phoneOf(stage.main, 'oNobodyHasEverSeenThis00').send(envelope()))).toBeUndefined()
  })

  it.each([
    ['behind a value of the caller’s choice', `TRIGGER_SRC=http;TCB_SEQID=1;WX_OPENID=${stolen}`],
    ['by itself', `WX_CONTEXT_KEYS=WX_OPENID;WX_OPENID=${stolen};TRIGGER_SRC=wx_client`],
    ['a timer', 'TRIGGER_SRC=timer'],
  ])('is nobody in the older form of the context, where a value can become a name: %s', async (_, environ) => {
    stage.log.length = 0
    expect(await stage.main(envelope(), { environ })).toEqual(refused('UNAVAILABLE'))
    expect(await stage.main(envelope(), { environ, environment: '' })).toEqual(refused('UNAVAILABLE'))
    expect(stage.log.join('')).toContain('environ')
    expect(stage.log.join('')).not.toContain(stolen)
  })

  it.each([
    ['in the envelope', { openId: stolen }],
    ['in the envelope, as the SDK calls it', { WX_OPENID: stolen }],
    ['in the input', { input: { openId: stolen } }],
    ['in headers of the call', { headers: { 'x-wx-openid': stolen } }],
  ])('an openId %s is refused', async (_, over) => {
    expect(await stage.phone('张建国').send(envelope(over))).toEqual(refused('INVALID_INPUT'))
  })

  it('what the platform adds to the event is dropped and never believed', async () => {
    const userInfo = { openId: stolen, appId: 'wx1' }
    expect(await nameOn(stage.phone('张建国').send(envelope({ userInfo, tcbContext: { WX_OPENID: stolen } })))).toBe('张建国')
  })

  it('an openId left in the process’s environment is nobody’s', async () => {
    Object.assign(process.env, { WX_OPENID: stolen, WX_CONTEXT_KEYS: 'WX_OPENID' })
    expect(await stage.main(envelope(), calledByNobody)).toEqual(refused('INVALID_INPUT'))
    expect(await stage.main(envelope(), { environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID' }) })).toEqual(
      refused('INVALID_INPUT'),
    )
    expect(await nameOn(stage.phone('张建国').send(envelope()))).toBe('张建国')
    for (const name of ['WX_OPENID', 'WX_CONTEXT_KEYS']) delete process.env[name]
  })

  it.each([
    ['nobody and no HTTP', calledByNobody],
    ['no context at all', undefined],
    ['a timer', calledByTimer],
    ['an openId of no known shape', calledBy('o;{}')],
    ['a sign-in of the cloud’s own', { environment: JSON.stringify({ TCB_UUID: 'u1' }) }],
  ])('%s is refused', async (_, context) => {
    expect(await stage.main(envelope(), context)).toEqual(refused('INVALID_INPUT'))
  })

  it('a sign-in of the cloud’s own cannot pass for an HTTP request', async () => {
    const event = { httpMethod: 'GET', path: '/health', headers: {} }
    expect(await stage.main(event, { environment: JSON.stringify({ TCB_UUID: 'u1' }) })).toEqual(refused('INVALID_INPUT'))
    expect(await stage.main(event, calledByTimer)).toEqual(refused('INVALID_INPUT'))
  })

  it('a context that cannot be read is a failure that shows nothing of it', async () => {
    stage.log.length = 0
    expect(await stage.main(envelope(), { environment: `{"WX_OPENID":"${stolen}"` })).toEqual(refused('UNAVAILABLE'))
    expect(stage.log.join('')).toContain('no JSON')
    expect(stage.log.join('')).not.toContain(stolen)
  })

  it('calls that are answered at the same time by one instance never mix', async () => {
    const names = ['张建国', '刘桂兰', '王志强', '沈文']
    const fresh = instanceOf('api')
    const asked = Array.from({ length: 40 }, (_, turn) => names[turn % names.length] ?? '')
    stage.wire.goWrong('delayed', undefined, 7)
    const answers = await Promise.all(asked.map((name) => nameOn(phoneOf(fresh, openIdOf(name)).send(envelope()))))
    expect(answers).toEqual(asked)
  })
})

describe('a call of the mini-program', () => {
  it('is no HTTP request, however the event is made to look', async () => {
    const body = JSON.stringify(envelope())
    const event = { httpMethod: 'POST', path: '/api', headers: { authorization: `Bearer ${'t'.repeat(43)}` }, body, isBase64Encoded: false }
    expect(await stage.phone('张建国').send(event)).toEqual(refused('INVALID_INPUT'))
    expect(await stage.phone('张建国').send({ ...event, httpMethod: 'GET', path: '/health' })).toEqual(refused('INVALID_INPUT'))
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'session.who'],
    ['a prototype', JSON.parse('{"action":"session.who","input":{},"__proto__":{"admin":true}}')],
    ['an inherited action', envelope({ action: 'constructor.name' })],
    ['the demonstration', envelope({ action: 'demo.listCast' })],
  ])('%s is refused in plain words', async (_, event) => {
    expect(await stage.phone('张建国').send(event)).toEqual(refused('INVALID_INPUT'))
  })

  it('of more than a hundred kilobytes is TOO_LARGE', async () => {
    expect(await stage.phone('张建国').send(envelope({ input: { text: '字'.repeat(34_200) } }))).toEqual(refused('TOO_LARGE'))
    expect(await stage.phone('张建国').send(envelope({ input: { text: '字'.repeat(34_000) } }))).toEqual(refused('INVALID_INPUT'))
  })

  it('before the keys are there is UNAVAILABLE, and is answered once they are', async () => {
    const fresh = phoneOf(instanceOf('api'), openIdOf('张建国'))
    const key = process.env.LIANXIN_KEY_CLAIM
    delete process.env.LIANXIN_KEY_CLAIM
    expect(await fresh.send(envelope())).toEqual(refused('UNAVAILABLE'))
    process.env.LIANXIN_KEY_CLAIM = key
    expect(await nameOn(fresh.send(envelope()))).toBe('张建国')
  })
})

describe('wrong codes', () => {
  it('of people whose address is not told count against each of them alone', async () => {
    const guess = (who: string) =>
      stage.main(envelope({ action: 'claims.look', input: { code: 'AAAA1111' } }), {
        environment: JSON.stringify({ WX_OPENID: openIdOf(who) }),
      })
    for (let turn = 0; turn < 65; turn += 1) expect(await guess(`stranger ${turn % 13}`)).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(await guess('stranger 1')).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await guess('one more')).toMatchObject({ code: 'CODE_UNKNOWN' })
  })

  it('of an address of IPv6 count against its network, whichever of its addresses comes', async () => {
    const guess = (who: number, network: string) =>
      stage.main(envelope({ action: 'claims.look', input: { code: 'AAAA111111' } }), {
        environment: JSON.stringify({ WX_OPENID: openIdOf(`v6 ${network} ${who}`), WX_CLIENTIPV6: `2001:db8:7:${network}::${who}` }),
      })
    for (let who = 1; who <= 60; who += 1) expect(await guess(who, 'a')).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(await guess(61, 'a')).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await guess(1, 'b')).toMatchObject({ code: 'CODE_UNKNOWN' })
  })
})

describe('what it costs', () => {
  const checkIn = (api: ReturnType<CloudStage['phone']>['api'], requestId: string) =>
    api.themeday.checkIn({ themeDayId: stage.themeDayId, via: 'code' }, { requestId })
  const forget = () => {
    for (const { _id } of stage.wire.documents.all('attendances')) stage.wire.documents.write('attendances', String(_id), undefined)
  }

  it('a check-in is three round trips on a cold instance, one on a warm one, and always one write', async () => {
    const fresh = instanceOf('api')
    const cold = await stage.cost(async () => dataOf(await checkIn(phoneOf(fresh, openIdOf('张建国')).api, 'check-in-cold')))
    expect(cold).toEqual({ trips: ['getDocument', 'getDocument', 'insertDocument'], writes: 1 })
    forget()
    const warm = await stage.cost(async () => dataOf(await checkIn(phoneOf(fresh, openIdOf('张建国')).api, 'check-in-warm')))
    expect(warm).toEqual({ trips: ['insertDocument'], writes: 1 })
  })

  it('a repeated one is four, two on a warm instance, and writes nothing', async () => {
    forget()
    const first = dataOf(await checkIn(stage.phone('张建国').api, 'check-in-twice'))
    const fresh = instanceOf('api')
    for (const trips of [
      ['getDocument', 'getDocument', 'insertDocument', 'getDocument'],
      ['insertDocument', 'getDocument'],
    ]) {
      const again = async () =>
        expect(await checkIn(phoneOf(fresh, openIdOf('张建国')).api, 'check-in-twice')).toEqual({ ok: true, data: first, repeated: true })
      expect(await stage.cost(again)).toEqual({ trips, writes: 0 })
    }
  })

  it('what an instance remembers is read again after a minute', async () => {
    forget()
    jest.setSystemTime(Date.now() + minuteMs + 1)
    expect((await stage.cost(() => checkIn(stage.phone('张建国').api, 'check-in-later'))).trips).toHaveLength(3)
  })
})

describe('what is said of a call', () => {
  it('one line, written before the answer, that names nobody', async () => {
    stage.log.length = 0
    await stage.phone('张建国').send(envelope({ requestId: 'request-line' }))
    expect(stage.log).toHaveLength(1)
    const { actor, ms, at, ...line } = JSON.parse(stage.log[0] ?? '')
    expect(line).toEqual({ requestId: 'request-line', action: 'session.who', outcome: 'ok' })
    expect([typeof actor, typeof ms, at]).toEqual(['undefined', 'number', Date.now()])
    expect(stage.log[0]?.endsWith('}\n')).toBe(true)
  })

  it.each(['lost before', 'truncated', 'fails'] as const)('a failure of the cloud (%s) shows nothing raw in the answer', async (fault) => {
    const fresh = instanceOf('api')
    stage.log.length = 0
    stage.wire.goWrong(fault, 'getDocument')
    const answer = await phoneOf(fresh, openIdOf('张建国')).send(envelope({ action: 'members.list', requestId: 'request-fails' }))
    expect(answer).toEqual(refused('UNAVAILABLE'))
    expect(JSON.parse(stage.log[0] ?? '')).toMatchObject({ requestId: 'request-fails', outcome: 'UNAVAILABLE', error: expect.any(String) })
  })

  it('an error that the SDK hands over as a value ends the same way', async () => {
    const { setThrowOnCode } = jest.requireActual<{ setThrowOnCode(throws: boolean): void }>('@cloudbase/node-sdk')
    const { main } = jest.requireActual<{ main: Main }>('../../cloudfunctions/doors/api')
    setThrowOnCode(false)
    const newcomer = phoneOf(main, openIdOf('李秀兰'))
    const { code } = dataOf(await stage.secretary.api.claims.issue({ personId: stage.personOf('李秀兰').personId }))
    for (const action of ['getDocument', 'startTransaction', 'modifyDocument', 'insertDocument', 'commitTransaction']) {
      stage.wire.goWrong('fails', action)
      expect(await newcomer.api.claims.bind({ code }, { requestId: 'request-value' })).toEqual(refused('UNAVAILABLE'))
    }
    expect(await newcomer.api.claims.bind({ code }, { requestId: 'request-value' })).toMatchObject({ ok: true })
    setThrowOnCode(true)
  })

  it('no line of all these calls holds an openId, a name, a phone number or a key', async () => {
    stage.log.length = 0
    const code = dataOf(await stage.secretary.api.claims.issue({ personId: stage.personOf('赵玉珍').personId })).code
    const newcomer = phoneOf(stage.main, openIdOf('赵玉珍'))
    for (const action of ['getDocument', 'insertDocument', 'commitTransaction']) {
      stage.wire.goWrong('fails', action)
      await newcomer.api.claims.bind({ code })
    }
    dataOf(await newcomer.api.claims.bind({ code }))
    await newcomer.send(envelope({ phone: '0571-00000001' }))
    const said = stage.log.join('')
    expect(stage.log.length).toBeGreaterThan(5)
    for (const canary of ['oCanary_', '赵玉珍', '王志强', '0571-00000001', code, 'ccccc', '203.0.113.9']) expect(said).not.toContain(canary)
  })
})
