/** Rows laid on sheets of paper, so many on each. */
export function sheetsOf<Row>(rows: readonly Row[], onSheet: number): readonly (readonly Row[])[] {
  const sheets: (readonly Row[])[] = []
  for (let from = 0; from < rows.length; from += onSheet) sheets.push(rows.slice(from, from + onSheet))
  return sheets
}
