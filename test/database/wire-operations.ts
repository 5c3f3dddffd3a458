/** The operations that the port sends, each as the cloud answers it. Whatever else arrives is refused. */
import { type Fields, Refusal, type WireDocuments } from './wire-documents'
import { changed, checkNames, isFields, matches, parseEjson, sorted } from './wire-language'

/** What the cloud says to a taken id: the documented code, or what MongoDB's message comes through as. */
export type DuplicateReply = 'documented' | 'passed through'

export interface Answer {
  readonly body: Fields
  /** documents written, as the bill counts them */
  readonly writes: number
}

interface Request {
  readonly action: string
  readonly collection: string
  readonly transactionId?: string
  readonly given: Fields
}

export function operate(documents: WireDocuments, given: Fields, duplicateReply: DuplicateReply): Answer {
  const { action, collectionName, transactionId } = given
  if (action === 'database.startTransaction') return { body: { transactionId: documents.start() }, writes: 0 }
  if (action === 'database.commitTransaction') return over(() => documents.commit(text(transactionId)))
  if (action === 'database.abortTransaction') return over(() => documents.abort(text(transactionId)))
  const request = {
    action: text(action),
    collection: text(collectionName),
    given,
    ...(transactionId === undefined ? {} : { transactionId: text(transactionId) }),
  }
  if (action === 'database.insertDocument') return insert(documents, request, duplicateReply)
  if (action === 'database.getDocument')
    return { body: { data: { list: found(documents, request).map((one) => JSON.stringify(one)) } }, writes: 0 }
  if (action === 'database.calculateDocument') return { body: { data: { total: where(documents, request).length } }, writes: 0 }
  if (action === 'database.modifyDocument') return modify(documents, request)
  if (action === 'database.removeDocument') return remove(documents, request)
  throw new Error(`${request.action} is not spoken here`)
}

function over(end: () => void): Answer {
  end()
  return { body: {}, writes: 0 }
}

function insert(documents: WireDocuments, { collection, transactionId, given }: Request, duplicateReply: DuplicateReply): Answer {
  const [only, ...more] = Array.isArray(given.data) ? given.data : []
  if (more.length > 0) throw new Error('documents are inserted one by one')
  const document = parseEjson(only)
  const id = text(document._id)
  checkNames(document)
  if (documents.read(collection, id, transactionId) !== undefined) {
    if (transactionId !== undefined) documents.abort(transactionId)
    throw duplicateReply === 'documented'
      ? new Refusal('DATABASE_DUPLICATE_WRITE', 'duplicate')
      : new Refusal('DATABASE_REQUEST_FAILED', `E11000 duplicate key error collection: ${collection} index: _id_`)
  }
  documents.write(collection, id, document, transactionId)
  return { body: { data: { insertedIds: [id] } }, writes: 1 }
}

function found(documents: WireDocuments, request: Request): Fields[] {
  const { collection, transactionId, given } = request
  if (given.queryType === 'DOC') return [documents.read(collection, idOf(request), transactionId)].filter((one) => one !== undefined)
  if (typeof given.limit !== 'number' || given.limit > 1000 || given.offset !== undefined)
    throw new Error('a list has a limit and no offset')
  return sorted(where(documents, request), parseEjson(given.order)).slice(0, given.limit)
}

function modify(documents: WireDocuments, request: Request): Answer {
  const { collection, transactionId, given } = request
  const data = parseEjson(given.data)
  if (given.multi !== false) throw new Error('one document is changed at a time')
  if (given.merge === false && given.upsert === true) {
    const id = idOf(request)
    checkNames(data)
    const isNew = documents.read(collection, id, transactionId) === undefined
    documents.write(collection, id, { _id: id, ...data }, transactionId)
    return { body: { data: isNew ? { updated: 0, upsert_id: id } : { updated: 1 } }, writes: 1 }
  }
  if (given.merge !== true || given.upsert !== false) throw new Error('a change is merged and inserts nothing')
  const meant = given.queryType === 'DOC' ? found(documents, request) : where(documents, request).slice(0, 1)
  for (const one of meant) documents.write(collection, text(one._id), changed(one, data), transactionId)
  return { body: { data: { updated: meant.length } }, writes: meant.length }
}

function remove(documents: WireDocuments, request: Request): Answer {
  const { collection, transactionId } = request
  if (transactionId === undefined) throw new Error('the port removes in transactions only')
  const id = idOf(request)
  const isThere = documents.read(collection, id, transactionId) !== undefined
  if (isThere) documents.write(collection, id, undefined, transactionId)
  return { body: { data: { deleted: isThere ? 1 : 0 } }, writes: isThere ? 1 : 0 }
}

/** Questions about many documents; in a transaction the cloud would answer them from outside of it. */
function where(documents: WireDocuments, { collection, transactionId, given, action }: Request): Fields[] {
  if (given.queryType !== 'WHERE' || transactionId !== undefined) throw new Error(`${action} by query belongs outside of a transaction`)
  const query = parseEjson(given.query)
  return documents.all(collection).filter((one) => matches(one, query))
}

function idOf({ given }: Request): string {
  const query = parseEjson(given.query)
  if (given.queryType !== 'DOC' || !isFields(query) || Object.keys(query).join() !== '_id') throw new Error('this goes by id only')
  return text(query._id)
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Error(`${JSON.stringify(value)} should be text`)
}
