/** How the mini-program asks: the cloud function by name, or, in a private deployment, an address. */
import type { Envelope, Send } from '../../client/kernel/ports'
import { type Build, loadOnWechat, newWechat, type Wechat } from './played-wechat'

const envelope: Envelope = { action: 'session.who', input: {}, requestId: 'r1', client: 'weapp/0.1.0' }
const yes = { ok: true, data: { now: 1 } }
const privately: Build = { api: 'https://village.example' }

function sendOf(wechat: Wechat, build?: Build): Send {
  return loadOnWechat<{ readonly send: Send }>('send.weapp', wechat, build).send
}

/** By its name: each load of the files has a class of its own. */
const noAnswer = { name: 'Unreachable' }

afterEach(() => {
  jest.useRealTimers()
})

describe('in a private deployment', () => {
  it('posts the envelope to the address it was built for, without a token while it has none', async () => {
    const request = jest.fn(async () => ({ statusCode: 200, data: yes }))
    await expect(sendOf(newWechat({ request }), privately)(envelope)).resolves.toEqual(yes)
    expect(request.mock.calls).toEqual([
      [
        {
          url: 'https://village.example/api',
          method: 'POST',
          header: { 'Content-Type': 'application/json' },
          data: envelope,
          timeout: 15_000,
        },
      ],
    ])
  })

  it('says who asks as soon as the phone has a token', async () => {
    const request = jest.fn(async (_asked: { readonly header: object }) => ({ statusCode: 200, data: yes }))
    const wechat = newWechat({ request })
    wechat.kept.set('lianxin.token', 'token-of-this-phone')
    await sendOf(wechat, privately)(envelope)
    expect(request.mock.calls[0]?.[0].header).toEqual({ 'Content-Type': 'application/json', Authorization: 'Bearer token-of-this-phone' })
  })

  it('takes a no for an answer, whatever its status', async () => {
    const busy = { ok: false, code: 'UNAVAILABLE', message: '没存上，不是您的问题' }
    const send = sendOf(newWechat({ request: async () => ({ statusCode: 503, data: busy }) }), privately)
    await expect(send(envelope)).resolves.toEqual(busy)
  })

  it('hands on what a proxy wrote as it came: it is no Reply, and its caller says so', async () => {
    const send = sendOf(newWechat({ request: async () => ({ statusCode: 502, data: '<html>bad gateway</html>' }) }), privately)
    await expect(send(envelope)).resolves.toBe('<html>bad gateway</html>')
  })

  it('knows no answer from a refusal of WeChat to ask at all', async () => {
    const request = () => Promise.reject({ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' })
    await expect(sendOf(newWechat({ request }), privately)(envelope)).rejects.toMatchObject(noAnswer)
  })

  it('waits fifteen seconds and no longer', async () => {
    jest.useFakeTimers()
    const asked = sendOf(newWechat({ request: () => new Promise(() => undefined) }), privately)(envelope)
    const ended = jest.fn()
    const watched = asked.catch(ended)
    await jest.advanceTimersByTimeAsync(14_999)
    expect(ended).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    await watched
    expect(ended).toHaveBeenCalledWith(expect.objectContaining(noAnswer))
  })
})

describe('in the cloud', () => {
  const cloudOf = (callFunction: (asked: object) => Promise<object>) => newWechat({ cloud: { callFunction } })

  it('calls the function by its name with the envelope and nothing about who asks', async () => {
    const callFunction = jest.fn(async () => ({ result: yes }))
    const wechat = cloudOf(callFunction)
    wechat.kept.set('lianxin.token', 'left over from another deployment')
    await expect(sendOf(wechat)(envelope)).resolves.toEqual(yes)
    expect(callFunction.mock.calls).toEqual([[{ name: 'api', data: envelope }]])
  })

  it('knows no answer when the call fails', async () => {
    const fails = () => Promise.reject({ errCode: -504002, errMsg: 'cloud.callFunction:fail' })
    await expect(sendOf(cloudOf(fails))(envelope)).rejects.toMatchObject(noAnswer)
  })

  it('does not wait for the end of a function that is silent', async () => {
    jest.useFakeTimers()
    const asked = sendOf(cloudOf(() => new Promise(() => undefined)))(envelope)
    const watched = expect(asked).rejects.toMatchObject(noAnswer)
    await jest.advanceTimersByTimeAsync(15_000)
    await watched
  })

  it('leaves no clock running behind an answer', async () => {
    jest.useFakeTimers()
    await sendOf(cloudOf(async () => ({ result: yes })))(envelope)
    expect(jest.getTimerCount()).toBe(0)
  })
})
