/** A year of dues as a file for the computer (`exportRegister`): what stands in it is `sheet.ts`, the writer waits until it is asked for. */
import { type DuesBookFacts, duesSheets } from '#shared/dues/sheet'
import type { WriteTable } from '../runtime/late-table'

/** Base64 of the workbook; its name is `duesFileName`. */
export function duesWorkbook(facts: DuesBookFacts, writeTable: WriteTable): Promise<string> {
  return writeTable(duesSheets(facts))
}
