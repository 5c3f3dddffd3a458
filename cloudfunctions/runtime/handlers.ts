/**
 * What a handler is given and what it must answer; derived from the contract, so that a missing handler or an undeclared
 * refusal does not compile.
 */
import type {
  Accepted,
  AnyCommand,
  AnyQuery,
  CommonCode,
  Contracts,
  FeatureContract,
  Outcome,
  OutputOf,
  ParsedInputOf,
  RefusalOf,
  Words,
} from '#shared/kernel/contract'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Collection, Stored, Transaction } from './database'
import type { Actor, Caller } from './identity'

/** A stored document that says who made it. */
export interface MadeDocument extends Stored {
  readonly made: Made
}

/** A document on its way into its collection, as a store hands it over. */
export interface Insertion<Doc extends MadeDocument> {
  readonly collection: Collection<Doc>
  readonly document: Doc
}

/** Common refusals a handler may come to by itself. */
export type HandlerCode = Extract<CommonCode, 'NOT_FOUND' | 'SIGN_IN_FIRST' | 'NOT_ALLOWED' | 'INVALID_INPUT' | 'REQUEST_REUSED'>

export type OutcomeOf<A> = Outcome<OutputOf<A>, RefusalOf<A> | HandlerCode>

export interface QueryContext<A> {
  readonly input: ParsedInputOf<A>
  /** absent only where the action is open to anyone, and there always in a query: nobody is looked up for it */
  readonly actor: A extends { readonly allow: 'anyone' } ? Actor | undefined : Actor
  readonly caller: Caller
  /** what the actor may touch in this action: the first argument of every store query */
  readonly scope: Scope
  /** ms */
  readonly now: number
}

export interface CommandContext<A> extends QueryContext<A> {
  readonly made: Made
}

export interface InsertContext<A> extends CommandContext<A> {
  /**
   * Makes the command's one insert. The answer is parsed before the insert, so that nobody hears 没存上 about something
   * stored. When the id is taken: this very request again → the first answer; another request → `otherwise`.
   */
  insertOwn<Doc extends MadeDocument>(
    insertion: Insertion<Doc>,
    answerOf: (document: Doc) => OutputOf<A>,
    otherwise: (document: Doc) => OutcomeOf<A>,
  ): Promise<OutcomeOf<A>>
  /** The same judgement on a document found earlier: whether this request made it. */
  again<Doc extends MadeDocument>(
    document: Doc,
    answerOf: (document: Doc) => OutputOf<A>,
    otherwise: (document: Doc) => OutcomeOf<A>,
  ): OutcomeOf<A>
}

export interface TransactContext<A> extends CommandContext<A> {
  /**
   * The command's one transaction: its effects, the parsed answer and the audit row commit together. A refusal found
   * inside rolls everything back.
   */
  transact(work: (tx: Transaction) => Promise<OutcomeOf<A>>): Promise<OutcomeOf<A>>
}

export type ContextOf<A> = A extends AnyQuery
  ? QueryContext<A>
  : A extends { readonly remember: 'insert' }
    ? InsertContext<A>
    : A extends AnyCommand
      ? TransactContext<A>
      : never

export type Handler<A> = (context: ContextOf<A>) => Promise<OutcomeOf<A>>

export type FeatureHandlers<F extends FeatureContract> = { readonly [Name in keyof F]: Handler<F[Name]> }
export type Handlers<C extends Contracts> = { readonly [Feature in keyof C]: FeatureHandlers<C[Feature]> }

/** The same with the action's types erased: what the dispatcher runs. */
export type AnyOutcome = Accepted<unknown> | { readonly ok: false; readonly code: string; readonly words?: Words }

export interface AnyContext {
  readonly input: unknown
  readonly actor: Actor | undefined
  readonly caller: Caller
  readonly scope: Scope
  readonly now: number
  readonly made: Made
  insertOwn<Doc extends MadeDocument>(
    insertion: Insertion<Doc>,
    answerOf: (document: Doc) => unknown,
    otherwise: (document: Doc) => AnyOutcome,
  ): Promise<AnyOutcome>
  again<Doc extends MadeDocument>(document: Doc, answerOf: (document: Doc) => unknown, otherwise: (document: Doc) => AnyOutcome): AnyOutcome
  transact(work: (tx: Transaction) => Promise<AnyOutcome>): Promise<AnyOutcome>
}

export type AnyHandler = (context: AnyContext) => Promise<AnyOutcome>
export type AnyHandlers = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>

/**
 * Erases the types after the compiler has checked them. The cast is sound because `serve` parses an action's input with
 * the schema from which its handler's input type was derived, and gives an actor wherever the action is not open to anyone.
 */
export function bindHandlers<C extends Contracts>(handlers: Handlers<C>): AnyHandlers {
  return handlers as unknown as AnyHandlers
}
