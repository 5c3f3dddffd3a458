/** Cuts the members who still need a code into sheets of slips. */

const onSheet = 8

type Coded<Row> = Row & { readonly code: string }

export function slipPages<Row extends { readonly code?: string }>(rows: readonly Row[]): readonly (readonly Coded<Row>[])[] {
  const coded = rows.filter((row): row is Coded<Row> => row.code !== undefined)
  const pages: Coded<Row>[][] = []
  for (let from = 0; from < coded.length; from += onSheet) pages.push(coded.slice(from, from + onSheet))
  return pages
}
