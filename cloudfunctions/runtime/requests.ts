/** Ask twice, happen once: how each kind of command remembers a request (architecture, "Requests"). */
import { type AnyCommand, refuse, repeat } from '#shared/kernel/contract'
import type { Made } from '#shared/kernel/shapes'
import { type AuditRow, auditId, audits } from './audit'
import type { Database, Transaction } from './database'
import type { AnyOutcome, Insertion, MadeDocument } from './handlers'

export interface RequestFacts {
  readonly action: AnyCommand
  readonly actorId: string
  readonly made: Made
  /** what is written in the same transaction; only for what is done for another: everything else stays one insert */
  readonly alongside?: (tx: Transaction) => Promise<void>
}

/** Carries a refusal out of a transaction, so that what was written before it is rolled back. */
class RefusedInside extends Error {
  constructor(readonly outcome: AnyOutcome) {
    super('refused inside a transaction')
  }
}

/** A request asked before: its answer, or that the id was used for something else. Undefined: not known, or to be run again. */
export async function recall(db: Database, { action, actorId, made }: RequestFacts): Promise<AnyOutcome | undefined> {
  if (action.remember === 'insert') return undefined
  return judge(await db.get(audits, auditId(actorId, made.requestId)), made)
}

function judge(row: AuditRow | undefined, made: Made): AnyOutcome | undefined {
  if (row === undefined) return undefined
  if (row.made.action !== made.action || row.made.inputHash !== made.inputHash) return refuse('REQUEST_REUSED')
  return row.answer === undefined ? undefined : repeat(row.answer)
}

/** Runs a command's one transaction with its memory and audit row. */
export async function transactOnce(
  db: Database,
  { action, actorId, made, alongside }: RequestFacts,
  work: (tx: Transaction) => Promise<AnyOutcome>,
): Promise<AnyOutcome> {
  try {
    return await db.transact(async (tx) => {
      const row = await tx.get(audits, auditId(actorId, made.requestId))
      const known = judge(row, made)
      if (known !== undefined) return known
      const outcome = await work(tx)
      if (!outcome.ok) throw new RefusedInside(outcome)
      const answer = action.output.parse(outcome.data)
      if (row !== undefined) return repeat(answer)
      await alongside?.(tx)
      await tx.insert(audits, { _id: auditId(actorId, made.requestId), v: 1, made, ...(action.remember === 'answer' ? { answer } : {}) })
      return outcome
    })
  } catch (thrown) {
    if (thrown instanceof RefusedInside) return thrown.outcome
    throw thrown
  }
}

/** Runs a command that is one insert: the document is its own memory and audit entry. */
export async function insertOnce<Doc extends MadeDocument>(
  db: Database,
  { action, made, alongside }: RequestFacts,
  insertion: Insertion<Doc>,
  answerOf: (document: Doc) => unknown,
  otherwise: (document: Doc) => AnyOutcome,
): Promise<AnyOutcome> {
  const { collection, document } = insertion
  const answer = action.output.parse(answerOf(document))
  const { inserted, document: stored } = await (alongside === undefined
    ? db.insertOnce(collection, document)
    : insertTogether(db, insertion, alongside))
  return inserted ? { ok: true, data: answer } : judgeDocument(stored, made, answerOf, otherwise)
}

/** The same insert with something beside it: both are there, or neither. */
function insertTogether<Doc extends MadeDocument>(
  db: Database,
  { collection, document }: Insertion<Doc>,
  alongside: (tx: Transaction) => Promise<void>,
): Promise<{ readonly inserted: boolean; readonly document: Doc }> {
  return db.transact(async (tx) => {
    const there = await tx.get(collection, document._id)
    if (there !== undefined) return { inserted: false, document: there }
    await tx.insert(collection, document)
    await alongside(tx)
    return { inserted: true, document }
  })
}

/** Whether a document was made by this very request. */
export function judgeDocument<Doc extends MadeDocument>(
  stored: Doc,
  made: Made,
  answerOf: (document: Doc) => unknown,
  otherwise: (document: Doc) => AnyOutcome,
): AnyOutcome {
  const isMine = stored.made.requestId === made.requestId && stored.made.by === made.by && stored.made.action === made.action
  if (!isMine) return otherwise(stored)
  return stored.made.inputHash === made.inputHash ? repeat(answerOf(stored)) : refuse('REQUEST_REUSED')
}
