/** The writer of Excel files, loaded when it is first asked for: in the cloud it lies beside the function, under this very name. */
import type { Sheet } from '#shared/kernel/table'

export async function base64Table(sheets: readonly Sheet[]): Promise<string> {
  const { writeTable } = await import('./table')
  const file = await writeTable(sheets)
  return file.toString('base64')
}
