/**
 * A stand-in for CloudBase on this machine: the SDK itself, unmodified, is led here by its environment. It speaks only
 * what the port sends, counts it, and fails on demand.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { conflict, type Fields, Refusal, WireDocuments } from './wire-documents'
import { isFields } from './wire-language'
import { type DuplicateReply, operate } from './wire-operations'

/** What goes wrong on the way. `fails` is a refusal with a code that nobody expects. */
export type Fault = 'lost before' | 'lost after' | 'delayed' | 'duplicated' | 'truncated' | 'conflict' | 'fails'

export interface Wire {
  readonly documents: WireDocuments
  /** the actions in the order of their arrival, without `database.` */
  readonly trips: readonly string[]
  /** documents written so far */
  readonly writes: number
  /** what arrived and is not spoken here: a test that leaves any has failed */
  readonly refused: readonly string[]
  duplicateReply: DuplicateReply
  /** the next `times` requests with this action (any, when absent) meet this fault, after `spared` of them that do not */
  goWrong(fault: Fault, action?: string, times?: number, spared?: number): void
  /** forgets the counts, not the documents */
  recount(): void
  close(): Promise<void>
}

interface Trap {
  readonly fault: Fault
  readonly action: string | undefined
  left: number
  spared: number
}

export async function openWire(): Promise<Wire> {
  const wire = new StandIn()
  await wire.listen()
  return wire
}

class StandIn implements Wire {
  readonly documents = new WireDocuments()
  trips: string[] = []
  refused: string[] = []
  writes = 0
  duplicateReply: DuplicateReply = 'documented'
  private traps: Trap[] = []
  private before: NodeJS.ProcessEnv = {}
  /** transactions that wait for an answer */
  private readonly waiting = new Set<unknown>()
  private readonly server: Server = createServer((request, response) => {
    this.serve(request, response).catch((error) => response.destroy(error))
  })

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the stand-in has no port')
    this.before = { ...process.env }
    // Undocumented: with this the SDK believes it runs in a cloud function whose gateway is here.
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${address.port}/admin` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'l',
      TENCENTCLOUD_SECRETKEY: 'l',
      // Without it the SDK warns three seconds after a failed request, when the test is long over.
      SILENCE: 'true',
    })
  }

  goWrong(fault: Fault, action?: string, times = 1, spared = 0): void {
    this.traps.push({ fault, action, left: times, spared })
  }

  recount(): void {
    this.trips = []
    this.writes = 0
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
    // A real environment may come next, and must not be looked for here.
    process.env = this.before
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given: unknown = JSON.parse(await textOf(request))
    if (request.method !== 'POST' || !isFields(given)) throw new Error('a request is a POST with an object')
    const action = String(given.action).replace('database.', '')
    this.trips.push(action)
    const { transactionId } = given
    if (transactionId !== undefined && this.waiting.has(transactionId)) this.refused.push(`${action} beside another one in its transaction`)
    this.waiting.add(transactionId)
    const reply = await this.replyTo(given, this.faultFor(action))
    this.waiting.delete(transactionId)
    response.setHeader('content-type', 'application/json')
    if (reply === undefined) response.destroy()
    else response.end(reply)
  }

  /** Nothing when the reply is lost. */
  private async replyTo(given: Fields, fault: Fault | undefined): Promise<string | undefined> {
    if (fault === 'lost before') return undefined
    if (fault === 'delayed') await pause(30)
    if (fault === 'duplicated') this.answer(given)
    const body = JSON.stringify(this.answer(given, fault))
    if (fault === 'lost after') return undefined
    return fault === 'truncated' ? body.slice(0, body.length / 2) : body
  }

  private faultFor(action: string): Fault | undefined {
    const trap = this.traps.find((one) => one.left > 0 && (one.action === undefined || one.action === action))
    if (trap === undefined) return undefined
    if (trap.spared > 0) {
      trap.spared -= 1
      return undefined
    }
    trap.left -= 1
    return trap.fault
  }

  /** Refusals come with status 200 as well; the code makes the difference. */
  private answer(given: Fields, fault?: Fault): Fields {
    const requestId = `r${this.trips.length}`
    try {
      if (fault === 'conflict') {
        if (typeof given.transactionId === 'string') this.documents.abort(given.transactionId)
        throw conflict()
      }
      if (fault === 'fails') throw new Refusal('SYS_ERR', 'the cloud is out of sorts')
      const { body, writes } = operate(this.documents, given, this.duplicateReply)
      this.writes += writes
      return { requestId, ...body }
    } catch (error) {
      if (error instanceof Refusal) return { requestId, code: error.code, message: error.message }
      this.refused.push(String(error))
      return { requestId, code: 'STAND_IN_REFUSED', message: String(error) }
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}
