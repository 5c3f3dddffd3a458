/**
 * What people do with a branch's dues, drawn by chance from how its book stands: most of it is in order, some is not. A move is a
 * request like any other, so that several drawn from one moment can be made at the same second.
 */
import { town } from '../../cloudfunctions/demo/rosters'
import { dataOf } from '../village/village'
import type { Ask } from './asking'
import { type Chance, oneOf } from './chance'
import { memberMoves } from './member-moves'
import { moneyMoves } from './money-moves'
import type { DuesVillage } from './sides'
import { type WholeBook, wholeBook } from './whole-book'

export interface Drawing {
  readonly village: DuesVillage
  readonly book: WholeBook
  readonly chance: Chance
  /** requests for relief that nobody has decided */
  readonly hardshipIds: readonly string[]
}

/** How things stand now. */
export async function drawingOf(village: DuesVillage, chance: Chance): Promise<Drawing> {
  const { rows } = dataOf(await village.as(town.officerName).dues.listHardships({}))
  return { village, chance, book: await wholeBook(village), hardshipIds: rows.map(({ hardshipId }) => hardshipId) }
}

/** Nothing where there is nothing to do: no day to count, no entry to take back. */
export type Draw = (drawing: Drawing) => Ask | undefined

const draws = { ...memberMoves, ...moneyMoves }
export type Kind = keyof typeof draws
export const kinds = Object.keys(draws).filter((name): name is Kind => name in draws)

/** What happens more often than everything else. */
const oftener: Readonly<Partial<Record<Kind, number>>> = { pay: 4, payBack: 2, count: 4, check: 4, handIn: 3, receive: 2 }
const often = kinds.flatMap((kind) => Array.from({ length: oftener[kind] ?? 1 }, () => kind))

export interface Move {
  readonly kind: Kind
  readonly ask: Ask
}

export function drawMove(drawing: Drawing): Move {
  for (;;) {
    const kind = oneOf(drawing.chance, often)
    const ask = draws[kind](drawing)
    if (ask !== undefined) return { kind, ask }
  }
}
