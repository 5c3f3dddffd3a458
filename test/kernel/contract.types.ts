/** Promises the compiler keeps: this file is checked by tsc and never run. */
import * as z from 'zod'
import type { contracts } from '#shared/contracts'
import { accept, action, type InputOf, type OutputOf, type RefusalOf, type Reply, refuse } from '#shared/kernel/contract'
import { addFen, type Fen, fen } from '#shared/kernel/fen'
import { covers, type Scope } from '#shared/kernel/organisation'
import { type Points, points } from '#shared/kernel/points'
import type { Handler, Handlers } from '../../cloudfunctions/runtime/handlers'

const sample = action({
  summary: 'sample',
  kind: 'command',
  remember: 'state',
  allow: { member: 'self' },
  input: z.strictObject({ n: z.int() }),
  output: z.strictObject({ doubled: z.int() }),
  refusals: { TOO_BIG: '太大了' },
})

type Sample = typeof sample
const input: InputOf<Sample> = { n: 1 }
const output: OutputOf<Sample> = { doubled: 2 }
const code: RefusalOf<Sample> = 'TOO_BIG'
// @ts-expect-error a code the contract does not declare
const undeclared: RefusalOf<Sample> = 'TOO_SMALL'
export const used = [input, output, code, undeclared]

export const good: Handler<Sample> = async ({ input: { n } }) => (n > 9 ? refuse('TOO_BIG') : accept({ doubled: n * 2 }))
// @ts-expect-error a handler may not refuse with a code its contract does not declare
export const strange: Handler<Sample> = async () => refuse('TOO_SMALL')
// @ts-expect-error a handler answers what the contract says
export const wrong: Handler<Sample> = async () => accept({ tripled: 3 })
// @ts-expect-error every action has a handler
export const missing: Handlers<typeof contracts>['session'] = {}

const parts = { summary: 'sample', allow: 'anyone', input: z.strictObject({}), output: z.strictObject({}), refusals: {} } as const
// @ts-expect-error a query has no memory
action({ ...parts, kind: 'query', remember: 'state' })
// @ts-expect-error a command has one
action({ ...parts, kind: 'command' })
// @ts-expect-error a role nobody holds
action({ ...parts, kind: 'query', allow: { mayor: 'branch' } })

export function compare(reply: Reply<{ doubled: number }, 'TOO_BIG'>): boolean {
  if (reply.ok) return false
  // @ts-expect-error comparing with a code the action never returns
  return reply.code === 'NEVER_SAID'
}

const due: Fen = fen(50)
const earned: Points = points(4)
// @ts-expect-error points are not money
addFen(due, earned)
// @ts-expect-error a bare number is not money
addFen(due, 50)

declare const scope: Scope
covers(scope, { branchId: 'b' })
// @ts-expect-error a store query without a scope
covers({ branchId: 'b' })
