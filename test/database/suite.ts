/**
 * What the database port promises, asked of one side. The embedded store and the cloud run the same cases; a case
 * that only one of them can answer does not belong here.
 */
import { documentCases } from './suite-documents'
import { listCases } from './suite-lists'
import type { Side } from './suite-store'
import { takeCases } from './suite-take'
import { transactionCases } from './suite-transactions'

export function databaseSuite(side: Side): void {
  describe(side.name, () => {
    documentCases(side)
    listCases(side)
    transactionCases(side)
    takeCases(side)
  })
}
