/** The writer of Excel files, loaded when it is first asked for: in the cloud it lies beside the function, under this very name. */
import type { Sheet } from '#shared/kernel/table'

/** Base64 of the workbook. */
export type WriteTable = (sheets: readonly Sheet[]) => Promise<string>

export const base64Table: WriteTable = async (sheets) => {
  const { writeTable } = await import('./table')
  const file = await writeTable(sheets)
  return file.toString('base64')
}
