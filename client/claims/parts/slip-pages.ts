/** Cuts the members who still need a code into sheets of slips. */
import { sheetsOf } from '../../ui/sheets-of'

const onSheet = 8

type Coded<Row> = Row & { readonly code: string }

export function slipPages<Row extends { readonly code?: string }>(rows: readonly Row[]): readonly (readonly Coded<Row>[])[] {
  return sheetsOf(
    rows.filter((row): row is Coded<Row> => row.code !== undefined),
    onSheet,
  )
}
