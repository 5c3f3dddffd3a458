/** How a day is closed by two, and how its money goes up, comes back and is used (product decisions 2 and 23; articles 11 and 14). */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { dayMs, dayOf, instantOf, sayDay } from '#shared/kernel/day'
import { addFen, type Fen, fen, sayYuan } from '#shared/kernel/fen'
import { isNamed, type Signer } from './approving'
import type { DuesBook, DuesEntry } from './model'
import type { BookLine, DuesDay, HandIn, Till } from './money-model'
import { largeGiftFen } from './rules'
import { movedBy } from './standing'

/** A phone that was lost must not keep a day open for ever: what it said it holds is believed for so long. */
export const waitingHoldsMs = 7 * dayMs

const sayDayKey = (day: string) => sayDay(instantOf(day, '12:00'))

type Blank = Pick<DuesDay, '_id' | 'branchId' | 'day' | 'made'>

export function blankDay(place: Blank): DuesDay {
  const byWay = { cash: 0, transfer: 0, bank: 0 }
  return { ...place, v: 1, stage: 'open', count: 0, sumFen: 0, byWay, largeFen: 0, collectors: [], waiting: [] }
}

/** Of a branch in which nothing was entered yet. */
export function blankTill(branchId: string, made: Till['made']): Till {
  return { _id: branchId, v: 1, made, branchId, numbers: {}, lines: {}, inHandFen: 0, usableFen: 0, days: [] }
}

type Numbered = Extract<DuesEntry, { readonly number: number }>

/** A day with one entry more. Whoever had counted it has to count again. */
export function dayAfter(day: DuesDay, entry: Numbered): DuesDay {
  const { counted: _, ...rest } = day
  const moved = movedBy(entry)
  const isLarge = entry.giftFen >= largeGiftFen
  const large = isLarge ? fen(entry.kind === 'receipt' ? entry.giftFen : -entry.giftFen) : fen(0)
  return {
    ...rest,
    stage: 'open',
    numbers: { first: day.numbers?.first ?? entry.number, last: entry.number },
    count: day.count + 1,
    sumFen: addFen(fen(day.sumFen), moved),
    byWay: { ...day.byWay, [entry.way]: addFen(fen(day.byWay[entry.way]), moved) },
    largeFen: addFen(fen(day.largeFen), large),
    collectors: [...new Set([...day.collectors, entry.collectorId])],
  }
}

/** What a till comes to with one entry more. */
export function tillAfter(till: Till, entry: Numbered): Till {
  return {
    ...till,
    numbers: { ...till.numbers, [entry.year]: entry.number },
    inHandFen: addFen(fen(till.inHandFen), movedBy(entry)),
    days: till.days.includes(entry.day) ? till.days : [...till.days, entry.day].sort(),
  }
}

export function nextNumber(till: Pick<Till, 'numbers'>, year: string): number {
  return (till.numbers[year] ?? 0) + 1
}

/** What phones say they hold for the day and may be believed. */
export function waitingOf({ waiting }: Pick<DuesDay, 'waiting'>, now: number) {
  return waiting.filter(({ at }) => now - at < waitingHoldsMs)
}

export interface CountFacts {
  readonly duesDay: DuesDay
  /** as it stood on the screen of who counted */
  readonly seen: { readonly count: number; readonly sumFen: number }
  readonly nameOf: (personId: string) => string
  readonly now: number
}

/** The first of two: this is what was taken in. */
export function decideCount({
  duesDay,
  seen,
  nameOf,
  now,
}: CountFacts): Outcome<true, 'DAY_CLOSED_ALREADY' | 'NOTHING_THAT_DAY' | 'TICKS_WAITING' | 'SUM_CHANGED'> {
  if (duesDay.stage === 'closed') return refuse('DAY_CLOSED_ALREADY', { day: sayDayKey(duesDay.day) })
  if (duesDay.count === 0) return refuse('NOTHING_THAT_DAY')
  return refuseWaiting(duesDay, nameOf, now) ?? (isSame(duesDay, seen) ? accept(true) : refuse('SUM_CHANGED'))
}

export interface CheckFacts extends CountFacts {
  readonly book: Pick<DuesBook, 'checkers'>
  readonly signer: Signer
}

/** How a card was used to check. */
export interface CardUse {
  /** who scanned or typed it */
  readonly enteredBy: string
  /** who could have typed it without the card */
  readonly shownTo: readonly string[]
}

export type CheckRefusal = 'DAY_CLOSED_ALREADY' | 'NOT_COUNTED' | 'TICKS_WAITING' | 'SUM_CHANGED' | 'NOT_NAMED' | 'SAME_HANDS'

/**
 * A card is a second pair of hands only where the first could not have used it alone: whoever collected or counted, and had the card's code
 * printed or shown, does not enter it.
 */
export function decideCard(
  { collectors, counted }: Pick<DuesDay, 'collectors' | 'counted'>,
  { enteredBy, shownTo }: CardUse,
): Outcome<true, 'OWN_PRINT'> {
  const hasHandled = collectors.includes(enteredBy) || counted?.by === enteredBy
  return hasHandled && shownTo.includes(enteredBy) ? refuse('OWN_PRINT') : accept(true)
}

/** The second: never who collected that day, nor who counted. */
export function decideCheck({ duesDay, seen, nameOf, now, book, signer }: CheckFacts): Outcome<true, CheckRefusal> {
  if (duesDay.stage === 'closed') return refuse('DAY_CLOSED_ALREADY', { day: sayDayKey(duesDay.day) })
  if (duesDay.stage !== 'counted' || duesDay.counted === undefined) return refuse('NOT_COUNTED')
  if (!isNamed(book, signer)) return refuse('NOT_NAMED')
  if ([...duesDay.collectors, duesDay.counted.by].includes(signer.personId)) return refuse('SAME_HANDS')
  return refuseWaiting(duesDay, nameOf, now) ?? (isSame(duesDay, seen) ? accept(true) : refuse('SUM_CHANGED'))
}

function refuseWaiting(duesDay: DuesDay, nameOf: CountFacts['nameOf'], now: number) {
  const [first] = waitingOf(duesDay, now)
  return first === undefined ? undefined : refuse('TICKS_WAITING', { name: nameOf(first.by), count: String(first.count) })
}

const isSame = ({ count, sumFen }: DuesDay, seen: CountFacts['seen']) => count === seen.count && sumFen === seen.sumFen

/** Ticks a phone holds for a day, after it said so anew. */
export function waitingAfter(
  duesDay: DuesDay,
  said: { readonly phoneMark: string; readonly by: string; readonly count: number; readonly at: number },
): DuesDay {
  const others = duesDay.waiting.filter(({ phoneMark }) => phoneMark !== said.phoneMark)
  return { ...duesDay, waiting: said.count === 0 ? others : [...others, said] }
}

/** Days that go up in one hand-in at most, the oldest: the cloud takes a hundred operations in a transaction, and each day is two. */
export const mostDaysAtOnce = 31

export interface HandInFacts {
  /** days through which it goes up */
  readonly through: string
  /** every day that has not gone up */
  readonly days: readonly DuesDay[]
  readonly seenFen: number
  readonly on: string
  readonly now: number
}

export interface HandInSum {
  readonly days: readonly string[]
  readonly sumFen: Fen
  readonly largeFen: Fen
}

/** Every closed day through the given one, whole; an open one among them has to be closed first. */
export function decideHandIn({
  through,
  days,
  seenFen,
  on,
  now,
}: HandInFacts): Outcome<HandInSum, 'DAY_OPEN' | 'NOTHING_TO_HAND_IN' | 'SUM_CHANGED' | 'DATED_AHEAD' | 'BEFORE_COLLECTED'> {
  if (on > dayOf(now)) return refuse('DATED_AHEAD')
  const mine = days.filter(({ day, handInId }) => day <= through && handInId === undefined)
  if (mine.some(({ day }) => day > on)) return refuse('BEFORE_COLLECTED')
  const open = mine.find(({ stage }) => stage !== 'closed')
  if (open !== undefined) return refuse('DAY_OPEN', { day: sayDayKey(open.day) })
  const sumFen = addFen(...mine.map((day) => fen(day.sumFen)))
  if (sumFen <= 0) return refuse('NOTHING_TO_HAND_IN')
  if (sumFen !== seenFen) return refuse('SUM_CHANGED')
  return accept({ days: mine.map(({ day }) => day), sumFen, largeFen: addFen(...mine.map((day) => fen(day.largeFen))) })
}

/** The committee says what it got. What differs may be put right later, by bringing the rest. */
export function decideReceive({
  handIn,
  fen: got,
  note,
}: {
  readonly handIn: HandIn
  readonly fen: number
  readonly note: string | undefined
}): Outcome<'received' | 'differs', 'HAND_IN_DONE' | 'DIFFERENCE_UNNAMED'> {
  if (handIn.state === 'received' || handIn.state === 'reversed') return refuse('HAND_IN_DONE')
  if (got === handIn.fen) return accept('received')
  return note === undefined ? refuse('DIFFERENCE_UNNAMED') : accept('differs')
}

/** Money that came back, or was used: what is used must have come back. */
export function decideLine(facts: {
  readonly kind: 'givenBack' | 'used'
  readonly fen: number
  readonly on: string
  readonly book: Pick<DuesBook, 'startMonth'>
  readonly usable: Fen
  readonly now: number
}): Outcome<true, 'NO_AMOUNT' | 'DATED_AHEAD' | 'DATED_TOO_EARLY' | 'NOT_ENOUGH'> {
  if (facts.fen === 0) return refuse('NO_AMOUNT')
  if (facts.on > dayOf(facts.now)) return refuse('DATED_AHEAD')
  if (facts.on < `${facts.book.startMonth}-01`) return refuse('DATED_TOO_EARLY')
  return facts.kind === 'used' && facts.fen > facts.usable ? refuse('NOT_ENOUGH', { left: sayYuan(facts.usable) }) : accept(true)
}

/** What was received up there stays; everything else may be taken back once, with its money. */
export function decideLineReversal(facts: {
  readonly line: BookLine
  readonly isReversed: boolean
  readonly usable: Fen
}): Outcome<true, 'NOT_REVERSIBLE' | 'ALREADY_REVERSED' | 'HAND_IN_DONE' | 'NOT_ENOUGH'> {
  const { line, isReversed, usable } = facts
  if (line.kind === 'reversal') return refuse('NOT_REVERSIBLE')
  if (isReversed) return refuse('ALREADY_REVERSED', { number: '' })
  if (line.kind === 'handedUp' && line.state === 'received') return refuse('HAND_IN_DONE')
  return line.kind === 'givenBack' && line.fen > usable ? refuse('NOT_ENOUGH', { left: sayYuan(usable) }) : accept(true)
}

/** What a till comes to with one line more. `days`: those that have not gone up behind it. */
export function tillAfterLine(till: Till, line: BookLine, days: readonly string[] = till.days): Till {
  const moved = lineMove(line)
  const isCollected = (line.kind === 'reversal' ? line.reversedKind : line.kind) === 'handedUp'
  return {
    ...till,
    lines: { ...till.lines, [line.year]: line.serial },
    inHandFen: addFen(fen(till.inHandFen), moved),
    // What goes up is what was collected, and never of what may be used.
    usableFen: isCollected ? till.usableFen : addFen(fen(till.usableFen), moved),
    days: [...days],
  }
}

/** What a line adds to what the branch holds. */
export function lineMove(line: BookLine): Fen {
  switch (line.kind) {
    case 'givenBack':
      return fen(line.fen)
    case 'handedUp':
    case 'used':
      return fen(-line.fen)
    case 'reversal':
      return fen(line.reversedKind === 'givenBack' ? -line.fen : line.fen)
  }
}
