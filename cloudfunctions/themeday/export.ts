/** The register of the day as a file for the computer: read as the book is, written by a library that waits until it is asked for. */
import { accept, refuse } from '#shared/kernel/contract'
import type { themeday } from '#shared/themeday/contract'
import { type SheetMember, sheetFileName, sheetOf } from '#shared/themeday/sheet'
import { standingOf } from '#shared/themeday/tally'
import type { FeatureHandlers } from '../runtime/handlers'
import type { WriteTable } from '../runtime/late-table'
import { lineOf } from './reading'
import type { RosterRow } from './roll'
import { findHeld, type ThemeDayTools } from './tools'
import { readBook } from './whole-book'

export function exportHandler(tools: ThemeDayTools, writeTable: WriteTable): Pick<FeatureHandlers<typeof themeday>, 'exportBook'> {
  const { themeDays, organisation } = tools
  return {
    exportBook: async ({ scope, input }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const [{ book, roster, left, said, names }, branch] = await Promise.all([
        readBook(tools, scope, themeDay),
        organisation.nameplate(themeDay.branchId),
      ])
      const memberOf = (row: RosterRow): SheetMember => ({
        // The file is passed on: what a member wrote to the secretary is not in it.
        ...lineOf(row, { themeDay, said, names, isSecretary: false }),
        membership: row.membership,
        standing: standingOf(row, { present: said.present, onLeave: said.leaves }),
      })
      const members = [...roster.map(memberOf), ...left.map((row) => ({ ...memberOf(row), hasLeft: true as const }))]
      const facts = { branchName: branch?.name ?? '', themeDay, members, book }
      return accept({ fileName: sheetFileName(facts), base64: await writeTable([sheetOf(facts)]) })
    },
  }
}
