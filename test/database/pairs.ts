/** Two documents that are always written together: whoever sees one without the other has caught half a transaction. */
import type { Collection, Stored } from '../../cloudfunctions/runtime/database'

export interface Half extends Stored {
  readonly text: string
}

export const lefts: Collection<Half> = { name: 'lefts', indexes: [] }
export const rights: Collection<Half> = { name: 'rights', indexes: [] }
export const pairCollections = [lefts, rights]
