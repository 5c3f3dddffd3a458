/**
 * HTTP as the cloud's gateway hands it to a function: one object in, one object out. The function is reached under `/api`,
 * `/s` and `/health` of the pages' own domain, with the path passed on as it was asked for; where the gateway takes the route
 * `/api` off before it passes the path on, what is left means the same.
 */
import * as z from 'zod'
import { countedAddress, isInner, unknownAddress } from '../runtime/address'
import { switchesId } from '../runtime/identity'
import { cloudHouse, refuseAtDoor } from './cloud-house'
import { schemaNumber, version } from './house'
import { deviceShownBy, type HttpAnswer, jsonAnswer, noSuchPage, shortLinkAnswer } from './http-answers'
import { type Body, bodyOf, largestBody } from './request-body'

const requestShape = z.object({
  httpMethod: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.unknown()),
  body: z.string().exactOptional(),
  isBase64Encoded: z.boolean().exactOptional(),
})
export type HttpRequest = z.output<typeof requestShape>

/** Undefined when the event is none of the gateway's. */
export function httpRequestOf(event: unknown): HttpRequest | undefined {
  return requestShape.safeParse(event).data
}

export async function answerHttp(request: HttpRequest): Promise<HttpAnswer> {
  const path = request.path.replace(/^\/api(?=\/|$)/, '').replace(/\/$/, '')
  if (request.httpMethod === 'POST' && path === '') return answerApi(request)
  if (request.httpMethod !== 'GET') return noSuchPage()
  if (path === '/health') return answerHealth()
  return path.startsWith('/s/') ? shortLinkAnswer(path.slice('/s/'.length)) : noSuchPage()
}

async function answerApi(request: HttpRequest): Promise<HttpAnswer> {
  const body = bodyIn(request)
  if (body === 'too large') return jsonAnswer(413, refuseAtDoor('TOO_LARGE'))
  if (body === 'not json') return jsonAnswer(400, refuseAtDoor('INVALID_INPUT'))
  try {
    const { house, innerHops } = cloudHouse()
    const caller = { address: addressOf(request, innerHops), via: 'h5', ...deviceShownBy(header(request, 'authorization')) }
    return jsonAnswer(200, await house.serve(body.json, caller))
  } catch (thrown) {
    return jsonAnswer(503, refuseAtDoor('UNAVAILABLE', thrown))
  }
}

/** Well is who could answer: an instance without its keys, or whose store cannot be read, cannot. */
async function answerHealth(): Promise<HttpAnswer> {
  const facts = { version, schema: schemaNumber, isDemonstration: false }
  try {
    await cloudHouse().house.stores.devices.fresh(switchesId)
    return jsonAnswer(200, { ok: true, ...facts, readable: true })
  } catch (thrown) {
    refuseAtDoor('UNAVAILABLE', thrown)
    return jsonAnswer(503, { ok: false, ...facts, readable: false })
  }
}

function bodyIn({ body = '', isBase64Encoded = false }: HttpRequest): Body {
  // Four letters carry three bytes: what cannot fit is not even decoded.
  if (body.length > largestBody * (isBase64Encoded ? 1.5 : 1)) return 'too large'
  return bodyOf(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'))
}

/** Gateways differ in how they spell the names of headers. */
function header({ headers }: HttpRequest, wanted: string): string | undefined {
  const value = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
  return typeof value === 'string' ? value : undefined
}

/**
 * Everything on the way adds whom it speaks for at the end of `x-forwarded-for`; what stands before is only somebody's claim.
 * So it is read from the end. Where the number of the cloud's own machines behind its edge is set, the entry before theirs is what
 * the edge saw, whatever it is. Else their addresses are taken to be the inner ones at the end, and the first public one is read:
 * whoever reaches the edge from inside the cloud's own network could then claim one (decision 31). That of a CDN, where one stands
 * before the edge, is coarser but cannot be made up.
 */
function addressOf(request: HttpRequest, innerHops: number | undefined): string {
  const hops = (header(request, 'x-forwarded-for') ?? '').split(',').reverse()
  const seen = innerHops === undefined ? hops.find((hop) => hop.trim() !== '' && !isInner(hop)) : hops[innerHops]
  return countedAddress(seen ?? '') ?? unknownAddress
}
