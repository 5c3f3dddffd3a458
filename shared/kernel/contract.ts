/**
 * The contract: one value per action, from which the caller, the dispatcher, the authorization table, the refusal tests
 * and the documents are all derived. Nothing about an action is written twice.
 */
import type * as z from 'zod'
import type { Reach, Role } from './organisation'

/** What every action may answer besides its own refusals. The sentence is what a person reads. */
export const commonRefusals = {
  SIGN_IN_FIRST: '还不知道您是哪位，请先认一下',
  NOT_ALLOWED: '这里不归您管，有事请打给支书',
  NOT_FOUND: '没有找到，可能已经撤了',
  INVALID_INPUT: '填的内容有点不对，请看一眼再来',
  REQUEST_REUSED: '这回填的和刚才的不一样，请重新打开再填',
  TOO_FAST: '点得太快了，歇一会儿再点',
  TOO_LARGE: '内容太长了，请分几次来',
  UPGRADE_NEEDED: '版本旧了，请关掉再打开一次',
  BUSY: '这会儿人多，请过一会儿再点一次',
  PREPARING: '还在准备，请过一分钟再点一次',
  DISK_FULL: '电脑的磁盘满了，这会儿能看不能存。请找管电脑的人清一清，再点一次',
  READ_ONLY: '电脑这会儿存不进去，能看不能存。请找管电脑的人看一看，再点一次',
  UNAVAILABLE: '没存上，不是您的问题。请再点一次，还不行就打给支书',
} as const

export type CommonCode = keyof typeof commonRefusals

/** Refusals of one action: code (a state of the world) to sentence. `{word}` in a sentence is filled by `refuse(code, words)`. */
export type Refusals = Readonly<Record<string, string>>

/** Who may ask: `'anyone'` (no account), or for each role how far it reaches. A person's roles are summed. */
export type Allow = 'anyone' | Readonly<Partial<Record<Role, Reach>>>

/**
 * How a command makes a repeat harmless (one of the three; a query has none):
 * `insert` – its only effect is one inserted document whose id is a natural key; that document is also its audit entry.
 * `answer` – the audit row keeps the input's hash and the answer.
 * `state`  – asking again changes nothing, so the audit row keeps only the input's hash. Taken where an answer holds a secret.
 */
export type Memory = 'insert' | 'answer' | 'state'

interface ActionParts<In extends z.ZodType, Out extends z.ZodType, R extends Refusals, L extends Allow> {
  readonly summary: string
  readonly allow: L
  readonly input: In
  readonly output: Out
  readonly refusals: R
  /** What one call costs, where an ordinary one (a few documents read or written) costs 1; absent: 1. */
  readonly weighs?: number
}

export interface Query<In extends z.ZodType, Out extends z.ZodType, R extends Refusals, L extends Allow>
  extends ActionParts<In, Out, R, L> {
  readonly kind: 'query'
}

export interface Command<In extends z.ZodType, Out extends z.ZodType, R extends Refusals, L extends Allow, M extends Memory>
  extends ActionParts<In, Out, R, L> {
  readonly kind: 'command'
  readonly remember: M
  /** Roles that may do it for a member in their reach, with a reason; only where `member` may do it for themselves. Absent: nobody. */
  readonly assist?: readonly Role[]
}

export type AnyQuery = Query<z.ZodType, z.ZodType, Refusals, Allow>
export type AnyCommand = Command<z.ZodType, z.ZodType, Refusals, Allow, Memory>
export type Action = AnyQuery | AnyCommand

export function weightOf({ weighs = 1 }: Action): number {
  return weighs
}

/** What weighs as much is answered one at a time: it would keep everybody else waiting. */
export function isHeavy(action: Action): boolean {
  return weightOf(action) >= 20
}

/** Who may do it for a member; looking is never done for another. */
export function assistOf(action: Action): readonly Role[] {
  return action.kind === 'command' ? (action.assist ?? []) : []
}

/** Declares an action; the overloads keep `kind` literal, so that a query cannot carry a memory nor a command lack one. */
export function action<In extends z.ZodType, Out extends z.ZodType, const R extends Refusals, const L extends Allow>(
  spec: Query<In, Out, R, L>,
): Query<In, Out, R, L>
export function action<
  In extends z.ZodType,
  Out extends z.ZodType,
  const R extends Refusals,
  const L extends Allow,
  const M extends Memory,
>(spec: Command<In, Out, R, L, M>): Command<In, Out, R, L, M>
export function action(spec: Action): Action {
  return spec
}

/** A feature's contract and all contracts together. */
export type FeatureContract = Readonly<Record<string, Action>>
export type Contracts = Readonly<Record<string, FeatureContract>>

export type InputOf<A> = A extends { readonly input: infer In extends z.ZodType } ? z.input<In> : never
export type ParsedInputOf<A> = A extends { readonly input: infer In extends z.ZodType } ? z.output<In> : never
export type OutputOf<A> = A extends { readonly output: infer Out extends z.ZodType } ? z.output<Out> : never
export type RefusalOf<A> = A extends { readonly refusals: infer R } ? keyof R & string : never

/** Words put into the `{holes}` of a refusal's sentence. */
export type Words = Readonly<Record<string, string>>

/** What a rule or a handler comes to: facts in, an outcome out. Refusals are values; failures are thrown. */
export interface Accepted<Data> {
  readonly ok: true
  readonly data: Data
  /** this was done before; here is the first answer again */
  readonly repeated?: true
}
export interface Refused<Code extends string> {
  readonly ok: false
  readonly code: Code
  readonly words?: Words
}
export type Outcome<Data, Code extends string> = Accepted<Data> | Refused<Code>

export function accept<Data>(data: Data): Accepted<Data> {
  return { ok: true, data }
}

export function repeat<Data>(data: Data): Accepted<Data> {
  return { ok: true, data, repeated: true }
}

export function refuse<const Code extends string>(code: Code, words?: Words): Refused<Code> {
  return words === undefined ? { ok: false, code } : { ok: false, code, words }
}

/** What the wire carries back. `repeated` says: this was done before, here is the first answer again. */
export type Reply<Data, Code extends string> =
  | { readonly ok: true; readonly data: Data; readonly repeated?: true }
  | { readonly ok: false; readonly code: Code | CommonCode; readonly message: string }

export type ReplyOf<A> = Reply<OutputOf<A>, RefusalOf<A>>

/** Fills the holes of a sentence. A hole without a word is a bug in the handler and is thrown, never shown. */
export function sentence(template: string, words: Words = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, hole: string) => {
    const word = words[hole]
    if (word === undefined) throw new Error(`no word for {${hole}} in a refusal`)
    return word
  })
}
