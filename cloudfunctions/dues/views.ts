/** Stored nouns as they are answered, with names in the place of ids. */

import { waitingOf } from '#shared/dues/closing'
import type { Approval, DuesEntry, MemberTerms, PayNote } from '#shared/dues/model'
import type { BookLine, DuesDay } from '#shared/dues/money-model'
import { clauseOf } from '#shared/dues/rules'
import type { MonthStanding } from '#shared/dues/standing'
import { selfWord } from '#shared/dues/words'
import { dayOf } from '#shared/kernel/day'

export type NameOf = (id: string) => string

export function approvalView({ from, kind, monthlyFen, reason, by, at }: Approval, nameOf: NameOf) {
  return { from, kind, monthlyFen, clause: clauseOf[kind], ...(reason === undefined ? {} : { reason }), by: nameOf(by), at }
}

export function openingView({ paidThrough, book, page, paidBy, by, signedBy }: NonNullable<MemberTerms['opening']>, nameOf: NameOf) {
  return { paidThrough, book, page, paidBy, by: nameOf(by), ...(signedBy === undefined ? {} : { signedBy: nameOf(signedBy) }) }
}

export function noteView({ month, day, way, at, state }: PayNote) {
  return { month, day, way, at, state }
}

export function monthView({ month, state, assessedFen }: MonthStanding) {
  return { month, state, ...(assessedFen === undefined ? {} : { assessedFen }) }
}

export interface EntryNames {
  /** by person */
  readonly nameOf: NameOf
  readonly reversed: ReadonlySet<string>
}

/** As whoever may see the amount sees it. */
export function entryView(entry: DuesEntry, { nameOf, reversed }: EntryNames) {
  const { _id: entryId, kind, year, at, collectorId } = entry
  const common = {
    entryId,
    kind,
    year,
    at,
    collector: nameOf(collectorId),
    ...(reversed.has(entryId) ? { isReversed: true as const } : {}),
  }
  switch (entry.kind) {
    case 'receipt': {
      const { number, day, months, totalFen, giftFen, way } = entry
      const gift = giftFen === 0 ? {} : { giftFen }
      return {
        ...common,
        number,
        day,
        months: months.map(({ month }) => month),
        totalFen,
        ...gift,
        way,
        payer: sayPayer(entry.payer),
      }
    }
    case 'reversal': {
      const { number, day, months, totalFen, giftFen, way, reason, reversedNumber } = entry
      return { ...common, number, day, months, totalFen, ...(giftFen === 0 ? {} : { giftFen }), way, reason, reversedNumber }
    }
    case 'elsewhere': {
      const { months, proof } = entry
      const totalFen = months.reduce((sum, month) => sum + month.fen, 0)
      return { ...common, day: dayOf(at), months: months.map(({ month }) => month), totalFen, proof }
    }
    case 'elsewhereReversal':
      return { ...common, day: dayOf(at), months: entry.months, totalFen: 0, reason: entry.reason }
  }
}

function sayPayer({ kind, name = '' }: Extract<DuesEntry, { kind: 'receipt' }>['payer']): string {
  return kind === 'self' ? selfWord : name
}

/** Persons an entry names. */
export function personsIn(entries: readonly DuesEntry[]): readonly string[] {
  return [...new Set(entries.map(({ collectorId }) => collectorId))]
}

export function dayView(duesDay: DuesDay, nameOf: NameOf, now: number) {
  const { day, stage, numbers, count, sumFen, byWay, largeFen, collectors, counted, checked, handInId } = duesDay
  return {
    ...{ day, stage, count, sumFen, byWay, largeFen },
    ...(numbers === undefined ? {} : { numbers }),
    collectors: collectors.map(nameOf),
    waiting: waitingOf(duesDay, now).map((held) => ({ name: nameOf(held.by), count: held.count })),
    ...(counted === undefined ? {} : { counted: { by: nameOf(counted.by), at: counted.at } }),
    ...(checked === undefined ? {} : { checked: { ...checked, by: nameOf(checked.by) } }),
    isHandedIn: handInId !== undefined,
  }
}

/** Persons a day names. */
export function personsOfDay({ collectors, waiting, counted, checked }: DuesDay): readonly string[] {
  const others = [counted?.by, checked?.by].filter((by) => by !== undefined)
  return [...collectors, ...waiting.map(({ by }) => by), ...others]
}

export function lineView(line: BookLine, nameOf: NameOf, reversed: ReadonlySet<string>) {
  const { _id, kind, day, at, fen, made } = line
  const common = { lineId: _id, kind, day, at, fen, by: nameOf(made.by), ...(reversed.has(_id) ? { isReversed: true as const } : {}) }
  switch (line.kind) {
    case 'handedUp': {
      const { carrier, way, days, largeFen, state, received } = line
      const got = received === undefined ? {} : { received: { at: received.at, fen: received.fen, ...noteOf(received) } }
      return { ...common, words: carrier, way, days, largeFen, state, ...got }
    }
    case 'givenBack':
    case 'used':
      return { ...common, words: line.purpose }
    case 'reversal':
      return { ...common, words: line.purpose, reversedKind: line.reversedKind }
  }
}

function noteOf({ note }: { readonly note?: string | undefined }) {
  return note === undefined ? {} : { note }
}
