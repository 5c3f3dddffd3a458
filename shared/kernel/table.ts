/** A table for a computer: facts → rows of texts and numbers. Whoever writes the file only writes them down. */
import { type Fen, sayYuan } from './fen'

export interface SheetCell {
  readonly value: string | number
  /** how many of the table's columns it takes */
  readonly columns: number
  /** yuan, with two decimals and at the right */
  readonly isMoney?: true
}

export interface SheetRow {
  /** `fact`: a word and what it says, in turns · `heads`: above `line`s · `heading`: above a part of the table · `sum`: below `line`s */
  readonly look: 'title' | 'heading' | 'fact' | 'heads' | 'line' | 'sum'
  readonly cells: readonly SheetCell[]
}

export interface Sheet {
  /** on its tab */
  readonly name: string
  /** In letters of the Latin alphabet, as the table's makers count; a Han letter takes two. */
  readonly columnWidths: readonly number[]
  readonly rows: readonly SheetRow[]
  /** paper lies on its side */
  readonly isWide?: true
}

export type SheetValue = SheetCell['value'] | MoneyValue

interface MoneyValue {
  readonly money: Fen
}

/** An amount that a computer can add up: yuan exist in what people read, and there they are exact to two decimals. */
export function moneyValue(money: Fen): MoneyValue {
  return { money }
}

/** `columns`: how many each value takes; what is not said takes one. */
export function rowOf(look: SheetRow['look'], columns: readonly number[], values: readonly SheetValue[]): SheetRow {
  return { look, cells: values.map((value, index) => cellOf(value, columns[index] ?? 1)) }
}

function cellOf(value: SheetValue, columns: number): SheetCell {
  if (typeof value !== 'object') return { value, columns }
  return { value: Number(sayYuan(value.money)), columns, isMoney: true }
}

/** No file system takes some of the letters a branch may have in its name. */
export function tableFileName(words: string): string {
  return `${words.replace(/[\\/:*?"<>|]/g, '')}.xlsx`
}
