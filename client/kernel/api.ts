/**
 * The typed caller: `api.themeday.checkIn(input)` for every action of the contracts. Contracts come as types only,
 * so that no schema (and no zod) reaches the phone; the server parses.
 */
import type { AppContracts } from '#shared/contracts'
import type { CommonCode, InputOf, OutputOf, Reply, ReplyOf } from '#shared/kernel/contract'
import { device } from './device'
import type { Envelope } from './ports'
import { send } from './send'
import { Unreachable } from './unreachable'

export interface SendOptions {
  /** The same id for the same intention: a repeat then happens once. Made here when left out. */
  readonly requestId?: string
  /** Done for a member who cannot do it themselves; only where the contract names who may. */
  readonly for?: NonNullable<Envelope['for']>
}

export type Call<A> = (input: InputOf<A>, options?: SendOptions) => Promise<ReplyOf<A>>

export type Api = {
  readonly [Feature in keyof AppContracts]: { readonly [Name in keyof AppContracts[Feature]]: Call<AppContracts[Feature][Name]> }
}

/** What an action answers when it is accepted: `Answer<'themeday', 'get'>`. */
export type Answer<Feature extends keyof AppContracts, Name extends keyof AppContracts[Feature]> = OutputOf<AppContracts[Feature][Name]>

/** An expected "no": a code to decide by, and the sentence a person reads. */
export interface Refusal<Code extends string = string> {
  readonly code: Code | CommonCode
  readonly message: string
}

export function newRequestId(): string {
  return device.randomId(16)
}

let actingPersonId: string | undefined

/** Which person of a shared phone asks from now on. */
export function actAs(personId: string | undefined): void {
  actingPersonId = personId
}

export function actingPerson(): string | undefined {
  return actingPersonId
}

type AnyCall = (input: unknown, options?: SendOptions) => Promise<Reply<unknown, string>>

const hearers = new Set<() => void>()

/** Told whenever the server does not know who asks: this phone was let go of somewhere else, or its session has run out. */
export function watchUnknown(heard: () => void): () => void {
  hearers.add(heard)
  return () => {
    hearers.delete(heard)
  }
}

/** One question on behalf of a person of this phone, answered with whatever Reply comes. */
export async function ask(
  action: string,
  input: unknown,
  requestId: string,
  personId?: string,
  help?: SendOptions['for'],
): Promise<Reply<unknown, string>> {
  const envelope: Envelope = {
    action,
    input,
    requestId,
    ...(personId === undefined ? {} : { as: personId }),
    ...(help === undefined ? {} : { for: help }),
    client: device.clientName,
  }
  const reply = await send(envelope)
  if (!isReply(reply)) throw new Unreachable()
  if (!reply.ok && reply.code === 'SIGN_IN_FIRST') for (const hear of hearers) hear()
  return reply
}

/** The server keeps its contracts; what is not even a Reply came from something in between. */
function isReply(value: unknown): value is Reply<unknown, string> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

/** Each call is made once, so that `api.themeday.checkIn` is the same function on every render. */
const calls = new Map<string, AnyCall>()

function callOf(action: string): AnyCall {
  const known = calls.get(action)
  if (known !== undefined) return known
  const made: AnyCall = (input, options) => ask(action, input, options?.requestId ?? newRequestId(), actingPersonId, options?.for)
  calls.set(action, made)
  return made
}

const features = new Proxy({}, { get: (_, feature) => new Proxy({}, { get: (_, name) => callOf(`${String(feature)}.${String(name)}`) }) })

// The proxy answers to every name; the type says which of them exist.
export const api = features as Api
