/** Sheets → an Excel file. The library behind it is needed once a month: `late-table.ts` loads this file when it is. */
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import type { Sheet, SheetCell, SheetRow } from '#shared/kernel/table'

/** In points, as Excel counts. */
const lineHeight = 18
const titleHeight = 36

const bold = { fontWeight: 'bold' } as const
const framed = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const

export function writeTable(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, columnWidths, rows, isWide }) => ({
    sheet: name,
    columns: columnWidths.map((width) => ({ width })),
    ...(isWide ? { orientation: 'landscape' as const } : {}),
    data: rows.map((row) => tableRow(row, columnWidths)),
  }))
  return writeXlsxFile(written, { fontFamily: '宋体', fontSize: 10 }).toBuffer()
}

function tableRow(row: SheetRow, columnWidths: readonly number[]): Row {
  const height = heightOf(row, columnWidths)
  return row.cells.flatMap((cell, index) => {
    // A text says that it is one: what begins with = or + is never reckoned.
    const content = typeof cell.value === 'number' ? { value: cell.value, type: Number } : { value: cell.value, type: String }
    const rest = Array.from({ length: cell.columns - 1 }, () => null)
    return [{ ...content, ...styleOf(row.look, index, cell), height, columnSpan: cell.columns }, ...rest]
  })
}

function styleOf(look: SheetRow['look'], index: number, { isMoney }: SheetCell): CellObject {
  if (look === 'title') return { ...bold, fontSize: 18, align: 'center', alignVertical: 'center' }
  if (look === 'heading') return { ...bold, alignVertical: 'bottom' }
  const money = isMoney ? ({ format: '0.00', align: 'right' } as const) : ({ align: 'left' } as const)
  if (look === 'sum') return { ...framed, ...bold, ...money }
  const isWord = look === 'heads' || (look === 'fact' && index % 2 === 0)
  return isWord ? { ...framed, ...bold, backgroundColor: '#f2f2f2' } : { ...framed, ...money }
}

/** Excel makes no room by itself for a text in cells that were joined. */
function heightOf({ look, cells }: SheetRow, columnWidths: readonly number[]): number {
  if (look === 'title') return titleHeight
  let from = 0
  const lines = cells.map((cell) => {
    const width = columnWidths.slice(from, from + cell.columns).reduce((sum, one) => sum + one, 0)
    from += cell.columns
    return Math.ceil(widthOf(cell) / (width - 1))
  })
  return lineHeight * Math.max(1, ...lines)
}

function widthOf({ value }: SheetCell): number {
  return [...String(value)].reduce((sum, letter) => sum + (letter < '\u0250' ? 1 : 2), 0)
}
