/** Giving the tree its shape: what may stand where, what it may be called, and when it may go. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { mayHold, type OrgLevel } from '#shared/kernel/organisation'
import { type HeldDues, sayHeldDues, sayWaitingDues, type WaitingDues } from './open-dues'
import { mayMove } from './reach'
import { levelWords } from './words'

/** A unit as these rules see it. */
export interface Shaped {
  readonly level: OrgLevel
  readonly name: string
  readonly closedAt?: number | undefined
}

export interface CreatingFacts {
  readonly parent: Shaped
  readonly level: OrgLevel
  readonly name: string
  readonly isNameTaken: boolean
}

export type CreatingRefusal = 'LEVEL_NOT_HERE' | 'PARENT_CLOSED' | 'NAME_TAKEN'

export function decideCreate({ parent, level, name, isNameTaken }: CreatingFacts): Outcome<true, CreatingRefusal> {
  if (!mayHold(parent.level, level)) return refuse('LEVEL_NOT_HERE', { parent: parent.name, level: levelWords[level] })
  if (parent.closedAt !== undefined) return refuse('PARENT_CLOSED', { name: parent.name })
  return isNameTaken ? refuse('NAME_TAKEN', { name }) : accept(true)
}

export interface RenamingFacts {
  readonly unit: Shaped
  readonly name: string
  /** by another unit: what keeps its name takes nobody's */
  readonly isNameTaken: boolean
}

export function decideRename({ unit, name, isNameTaken }: RenamingFacts): Outcome<true, 'UNIT_CLOSED' | 'NAME_TAKEN'> {
  if (unit.closedAt !== undefined) return refuse('UNIT_CLOSED', { name: unit.name })
  return isNameTaken && name !== unit.name ? refuse('NAME_TAKEN', { name }) : accept(true)
}

export interface MovingFacts {
  readonly unit: Shaped
  readonly target: Shaped
  /** below the target */
  readonly isNameTaken: boolean
  /** what would stay behind; nothing does where the committee above stays the same */
  readonly waiting: WaitingDues
}

export type MovingRefusal = 'LEVEL_NOT_HERE' | 'UNIT_CLOSED' | 'PARENT_CLOSED' | 'NAME_TAKEN' | 'DUES_WAIT'

export function decideMove({ unit, target, isNameTaken, waiting }: MovingFacts): Outcome<true, MovingRefusal> {
  if (!mayMove(unit.level, target.level)) return refuse('LEVEL_NOT_HERE', { name: unit.name, parent: target.name })
  if (unit.closedAt !== undefined) return refuse('UNIT_CLOSED', { name: unit.name })
  if (target.closedAt !== undefined) return refuse('PARENT_CLOSED', { name: target.name })
  if (isNameTaken) return refuse('NAME_TAKEN', { name: unit.name })
  const what = sayWaitingDues(waiting)
  return what === undefined ? accept(true) : refuse('DUES_WAIT', { name: unit.name, what })
}

export interface ClosingFacts {
  readonly unit: Shaped
  readonly memberCount: number
  /** open units directly below */
  readonly unitCount: number
  /** of a branch */
  readonly dues?: HeldDues
}

export type ClosingRefusal = 'HOLDS_DUES' | 'HAS_MEMBERS' | 'HAS_UNITS'

/**
 * Nobody is left without a place because a unit went: people and units below go first. Money goes before the people: it takes two of them
 * to close a day.
 */
export function decideClose({ unit, memberCount, unitCount, dues }: ClosingFacts): Outcome<true, ClosingRefusal> {
  const what = dues && sayHeldDues(dues)
  if (what !== undefined) return refuse('HOLDS_DUES', { name: unit.name, what })
  if (memberCount > 0) return refuse('HAS_MEMBERS', { name: unit.name, count: String(memberCount) })
  return unitCount > 0 ? refuse('HAS_UNITS', { name: unit.name, count: String(unitCount) }) : accept(true)
}
