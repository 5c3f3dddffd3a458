/**
 * One call: find the action → who → may → parse → handle → parse the answer → reply. The same for every door and action;
 * whoever is refused learns nothing from a later stop.
 */
import * as z from 'zod'
import { type Action, type Contracts, commonRefusals, isHeavy, type Reply, refuse, sentence } from '#shared/kernel/contract'
import type { Scope } from '#shared/kernel/organisation'
import { idShape, type Made } from '#shared/kernel/shapes'
import { type System, systemOfFeature } from '#shared/systems/ids'
import { type BranchesBelow, isScope, mayAsk, scopeFor } from './admission'
import { type Assisting, allowOf, type Help, helpOf, isReason, standIn } from './assisting'
import type { Chance } from './chance'
import type { Clock } from './clock'
import { Busy, CannotWrite, type Database, type Transaction } from './database'
import type { AnyHandler, AnyHandlers, AnyOutcome } from './handlers'
import { type Actor, type Caller, type DeviceActors, findActor } from './identity'
import { type Log, type LogLine, sayAside } from './log'
import type { Recent } from './recent'
import { insertOnce, judgeDocument, type RequestFacts, recall, transactOnce } from './requests'
import { openTurns, type Turns } from './turns'

export interface House {
  readonly contracts: Contracts
  /** the same shape as the contracts; `bindHandlers` checks its types */
  readonly handlers: AnyHandlers
  readonly db: Database
  readonly devices: Recent<DeviceActors>
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  /** tells one input from another without keeping either */
  readonly hashInput: (input: unknown) => string
  readonly branchesBelow: BranchesBelow
  readonly assisting: Assisting
  /** whether the county has this system turned on; up to a minute old where it is, never where it is not */
  readonly isOn: (system: System, device: string | undefined, now: number) => Promise<boolean>
  /** the oldest client still answered, `0.1.0` */
  readonly oldestClient: string
}

export type AnyReply = Reply<unknown, string>
export type Serve = (body: unknown, caller: Caller) => Promise<AnyReply>

const requestId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/)
const envelopeShape = z.strictObject({
  action: z.string().max(80),
  input: z.unknown(),
  requestId: requestId.exactOptional(),
  as: z.string().max(64).exactOptional(),
  for: z.strictObject({ memberId: idShape, reason: z.string().max(200) }).exactOptional(),
  client: z.string().max(64).exactOptional(),
})
type Envelope = z.output<typeof envelopeShape>

interface Found {
  readonly action: Action
  readonly handler: AnyHandler
}

export function createServe(house: House): Serve {
  const turns = openTurns(heavyTurns)
  return async (body, caller) => {
    const started = performance.now()
    const now = house.clock.now()
    const read = envelopeShape.safeParse(body)
    const envelope = read.success ? read.data : undefined
    const found = envelope && find(house, envelope.action)
    const call: Call = { house, caller, now, requestId: envelope?.requestId ?? house.chance.id(), turns }
    const { outcome, actorId, error } = await answerOrFail(call, envelope, found)
    // The line is written before the answer: a cloud instance may freeze right after it.
    writeLine(house.log, {
      at: now,
      requestId: call.requestId,
      action: found === undefined || envelope === undefined ? 'unknown' : envelope.action,
      actor: actorId,
      outcome: outcome.ok ? (outcome.repeated === true ? 'repeated' : 'ok') : outcome.code,
      ms: Math.round((performance.now() - started) * 10) / 10,
      error,
    })
    return replyOf(outcome, found?.action)
  }
}

/** The log is beside the record: what was committed is not turned into a failure because its line cannot be written. */
function writeLine(log: Log, line: LogLine): void {
  try {
    log.write(line)
  } catch (thrown) {
    sayAside(`${line.requestId} ${line.action} ${line.outcome}, not logged: ${String(thrown)}\n`)
  }
}

interface Call {
  readonly house: House
  readonly caller: Caller
  readonly now: number
  readonly requestId: string
  readonly turns: Turns
}

/** A table takes a second or two, and a phone waits fifteen. */
const heavyTurns = { all: 5, each: 2 }

interface Answered {
  readonly outcome: AnyOutcome
  readonly actorId?: string | undefined
  /** what was thrown: for the log alone */
  readonly error?: string
}

async function answerOrFail(call: Call, envelope: Envelope | undefined, found: Found | undefined): Promise<Answered> {
  if (envelope === undefined) return { outcome: refuse('INVALID_INPUT') }
  try {
    return await answer(call, envelope, found)
  } catch (thrown) {
    // Being busy is a state of the evening, not a fault that somebody should look into.
    if (thrown instanceof Busy) return { outcome: refuse('BUSY') }
    if (thrown instanceof CannotWrite) return cannotWrite(thrown)
    return { outcome: refuse('UNAVAILABLE'), error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }
  }
}

/** A full disk is said once at the machine, not at every tap; a disk that fails is a fault, and each of its words may help. */
function cannotWrite({ why, cause }: CannotWrite): Answered {
  return why === 'full' ? { outcome: refuse('DISK_FULL') } : { outcome: refuse('READ_ONLY'), error: `not written: ${String(cause)}` }
}

async function answer(call: Call, envelope: Envelope, found: Found | undefined): Promise<Answered> {
  const { house, caller, now } = call
  if (isTooOld(envelope.client, house.oldestClient)) return { outcome: refuse('UPGRADE_NEEDED') }
  if (found === undefined) return { outcome: refuse('INVALID_INPUT') }
  if (await isOff(call, envelope.action)) return { outcome: refuse('NOT_FOUND') }
  const { action } = found
  const { for: wish } = envelope
  const allow = allowOf(action, wish)
  // Reading a poster leaves no trace: who asks an open query is neither looked up nor logged.
  const isPoster = allow === 'anyone' && action.kind === 'query'
  const actor = isPoster ? undefined : await findActor(house, { caller, as: envelope.as, now }, (person) => mayAsk(allow, person))
  const actorId = actor?.personId
  const scope = await scopeFor(house.branchesBelow, allow, actor)
  if (!isScope(scope)) return { outcome: scope, actorId }
  // What can be done for oneself is nobody's help.
  if (wish !== undefined && wish.memberId === actor?.memberId) return { outcome: refuse('NOT_ALLOWED'), actorId }
  const input = action.input.safeParse(envelope.input)
  const isNamed = action.kind === 'query' || envelope.requestId !== undefined
  const reason = wish?.reason
  if (!input.success || !isNamed || (reason !== undefined && !isReason(reason))) return { outcome: refuse('INVALID_INPUT'), actorId }
  const admitted = { name: envelope.action, input: input.data, actor, scope }
  if (wish === undefined || reason === undefined || actor === undefined) return { outcome: await handle(call, found, admitted), actorId }
  const help = await helpOf(house.assisting, action, { helper: actor, scope, wish: { memberId: wish.memberId, reason } })
  const outcome = 'code' in help ? help : await handle(call, found, { ...admitted, ...standIn(actor, help), help })
  return { outcome, actorId }
}

/** What the county has turned off looks like not there, to everybody alike. */
async function isOff({ house, caller, now }: Call, name: string): Promise<boolean> {
  const system = systemOfFeature[name.slice(0, name.indexOf('.'))]
  return system !== undefined && !(await house.isOn(system, caller.device, now))
}

interface Admitted {
  readonly name: string
  readonly input: unknown
  readonly actor: Actor | undefined
  readonly scope: Scope
  /** `actor` and `scope` are the member's, `by` is who acts for them */
  readonly help?: Help
}

async function handle(call: Call, { action, handler }: Found, admitted: Admitted): Promise<AnyOutcome> {
  const { house, caller, now } = call
  const { input, actor, scope, help } = admitted
  // What is open to anyone is remembered by device: a claim changes who the actor is between the asking and the asking again.
  const actorId = help?.by ?? (action.allow === 'anyone' ? undefined : actor?.personId) ?? caller.device ?? 'anyone'
  const made: Made = {
    action: admitted.name,
    by: actorId,
    ...(help === undefined ? {} : { onBehalfOf: help.helped.memberId }),
    at: now,
    requestId: call.requestId,
    via: caller.via,
    // For another member, or for another reason, it is another request.
    inputHash: action.kind === 'command' ? house.hashInput(help === undefined ? input : [input, help.helped.memberId, help.reason]) : '',
  }
  const basis = { input, actor, caller, scope, now, made }
  if (action.kind === 'query') {
    const ask = () => handler({ ...basis, ...writesNothing })
    const outcome = await (isHeavy(action) ? call.turns.take(actorId, ask) : ask())
    return outcome.ok ? { ...outcome, data: action.output.parse(outcome.data) } : outcome
  }
  const alongside = help && { alongside: (tx: Transaction) => house.assisting.record(tx, made, help, input) }
  const request: RequestFacts = { action, actorId, made, ...alongside }
  return (
    (await recall(house.db, request)) ??
    handler({
      ...basis,
      insertOwn: (insertion, answerOf, otherwise) => insertOnce(house.db, request, insertion, answerOf, otherwise),
      again: (document, answerOf, otherwise) => judgeDocument(document, made, answerOf, otherwise),
      transact: (work) => transactOnce(house.db, request, work),
    })
  )
}

/** The types keep a query's handler from writing; this keeps a mistake in the types from doing so. */
const writesNothing = {
  insertOwn: () => Promise.reject(new Error('a query writes nothing')),
  transact: () => Promise.reject(new Error('a query writes nothing')),
  again: () => {
    throw new Error('a query has no earlier request')
  },
}

/** Own properties only: `__proto__.x` and `constructor.name` are no actions. */
function find(house: House, name: string): Found | undefined {
  const [feature, verb, ...rest] = name.split('.')
  if (feature === undefined || verb === undefined || rest.length > 0) return undefined
  const contract = own(house.contracts, feature)
  const handlers = own(house.handlers, feature)
  const action = contract && own(contract, verb)
  const handler = handlers && own(handlers, verb)
  return action !== undefined && handler !== undefined ? { action, handler } : undefined
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Clients say `h5/0.1.0`; one that says nothing readable is taken as current (another program, not an old phone). */
function isTooOld(client: string | undefined, oldest: string): boolean {
  const version = /^[a-z0-9]+\/(\d+)\.(\d+)\.(\d+)$/
    .exec(client ?? '')
    ?.slice(1)
    .map(Number)
  if (version === undefined) return false
  const least = oldest.split('.').map(Number)
  const difference = version.map((part, index) => part - (least[index] ?? 0)).find((part) => part !== 0)
  return (difference ?? 0) < 0
}

function replyOf(outcome: AnyOutcome, action: Action | undefined): AnyReply {
  if (outcome.ok) return outcome
  const sentences: Readonly<Record<string, string>> = { ...commonRefusals, ...action?.refusals }
  const template = own(sentences, outcome.code)
  // A code without a sentence cannot compile; should it happen all the same, nothing raw is shown.
  return { ok: false, code: outcome.code, message: template === undefined ? commonRefusals.UNAVAILABLE : sentence(template, outcome.words) }
}
