/** All that is kept of a year, read page by page as the screens read it, for the table. */
import type { dues as contract } from '#shared/dues/contract'
import { duesFileName } from '#shared/dues/sheet'
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import type { FeatureHandlers } from '../runtime/handlers'
import type { WriteTable } from '../runtime/late-table'
import { letOthersBy } from '../runtime/page'
import { duesWorkbook } from './export'

type Reading = Pick<FeatureHandlers<typeof contract>, 'getRegister' | 'listEntries' | 'getYearSheet' | 'listApprovals'>

export function wholeYearHandler(reading: Reading, writeTable: WriteTable): Pick<FeatureHandlers<typeof contract>, 'exportRegister'> {
  return {
    exportRegister: async (context) => {
      const { year } = context.input
      const pages = { year, limit: 100 }
      const [register, entries, sheet, approvals] = await Promise.all([
        everyRow((after) => reading.getRegister({ ...context, input: { ...pages, ...after } })),
        everyRow((after) => reading.listEntries({ ...context, input: { ...pages, ...after } })),
        reading.getYearSheet({ ...context, input: { year } }),
        everyRow((after) => reading.listApprovals({ ...context, input: { ...pages, ...after } })),
      ])
      if (!register.ok) return register
      if (!entries.ok) return entries
      // Who may have the table may read the year.
      if (!sheet.ok) return refuse('NOT_FOUND')
      // A branch that has not begun has a table with nothing in it.
      const approved = approvals.ok ? approvals.data : []
      const base64 = await duesWorkbook(
        { sheet: sheet.data, register: register.data, approvals: approved, entries: entries.data },
        writeTable,
      )
      return accept({ fileName: duesFileName(sheet.data), base64 })
    },
  }
}

async function everyRow<Row, Code extends string>(
  ask: (after: { readonly after?: string }) => Promise<Outcome<{ readonly rows: readonly Row[]; readonly next?: string }, Code>>,
): Promise<Outcome<readonly Row[], Code>> {
  const rows: Row[] = []
  let next: string | undefined
  do {
    const page = await ask(next === undefined ? {} : { after: next })
    if (!page.ok) return page
    rows.push(...page.data.rows)
    next = page.data.next
    await letOthersBy()
  } while (next !== undefined)
  return accept(rows)
}
