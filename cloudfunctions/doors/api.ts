/**
 * The cloud's door for people: calls of the mini-program, known by WeChat, and HTTP requests, known by their session. Nothing
 * of one invocation outlives it here but the house.
 */
import { countedAddress } from '../runtime/address'
import type { AnyReply } from '../runtime/serve'
import { cloudHouse, refuseAtDoor } from './cloud-house'
import { answerHttp, httpRequestOf } from './cloud-http'
import { type Invoker, invokerOf } from './cloud-invoker'
import type { HttpAnswer } from './http-answers'
import { largestBody } from './request-body'

export async function main(event: unknown, context: unknown): Promise<AnyReply | HttpAnswer> {
  try {
    const invoker = invokerOf(context)
    // Whoever comes by way of WeChat is answered as such, whatever the event is made to look like.
    if (invoker.kind === 'person') return await answerPerson(event, invoker)
    const request = invoker.kind === 'unnamed' ? httpRequestOf(event) : undefined
    return request === undefined ? refuseAtDoor('INVALID_INPUT') : await answerHttp(request)
  } catch (thrown) {
    return refuseAtDoor('UNAVAILABLE', thrown)
  }
}

async function answerPerson(event: unknown, { openId, address }: Extract<Invoker, { kind: 'person' }>): Promise<AnyReply> {
  const body = asSent(event)
  if (Buffer.byteLength(JSON.stringify(body) ?? '') > largestBody) return refuseAtDoor('TOO_LARGE')
  const { house, keys } = cloudHouse()
  const device = keys.hmac('device', openId).toString('base64url')
  // One address for all whose address is not told would let one of them use up the tries of everybody.
  return house.serve(body, { device, address: countedAddress(address) ?? device, via: 'weapp' })
}

/** What the phone sent, without what the platform adds of its own; who asks is not read there, for anyone could write it. */
function asSent(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'userInfo' && name !== 'tcbContext'))
}
