/** Moves about the branch's money: a day counted and checked, what goes up, comes back and is used. */
import type { DuesDay } from '#shared/dues/money-model'
import { dayOf } from '#shared/kernel/day'
import { checks, town } from '../../cloudfunctions/demo/rosters'
import { oneOf } from './chance'
import { total } from './differing'
import type { Draw, Drawing } from './moves'
import { officers } from './sides'

/** Days whose money is in hand, the oldest first. */
const pending = ({ book }: Drawing) =>
  book.days.filter(({ count, handInId }) => count > 0 && handInId === undefined).sort((a, b) => (a.day < b.day ? -1 : 1))
const inStage = (drawing: Drawing, stage: DuesDay['stage']) => pending(drawing).filter((day) => day.stage === stage)

const officer = ({ village, chance }: Drawing) => village.as(oneOf(chance, officers))

/** A day as it stands on a screen. */
const seen = ({ day, count, sumFen }: DuesDay) => ({ day, count, sumFen })

export const moneyMoves = {
  count: (drawing) => {
    const [day] = inStage(drawing, 'open')
    const phone = officer(drawing)
    return day && ((options) => phone.dues.countDay(seen(day), options))
  },
  check: (drawing) => {
    const [day] = inStage(drawing, 'counted')
    return day && ((options) => drawing.village.as(checks).dues.checkDay(seen(day), options))
  },
  /** One's own count is nobody's second signature. */
  checkOneself: (drawing) => {
    const [day] = inStage(drawing, 'counted')
    return day && ((options) => drawing.village.as('陈芳').dues.checkDay(seen(day), options))
  },
  sayWaiting: (drawing) => {
    const input = { day: dayOf(drawing.village.clock.now()), count: drawing.chance(2) }
    const phone = officer(drawing)
    return (options) => phone.dues.sayWaiting(input, options)
  },
  handIn: (drawing) => {
    const open = inStage(drawing, 'open').concat(inStage(drawing, 'counted'))
    // Now and then somebody tries to pass over a day that is not closed.
    const closed = inStage(drawing, 'closed').filter(({ day }) => drawing.chance(8) === 0 || open.every((one) => one.day > day))
    if (closed.length === 0) return undefined
    const through = oneOf(drawing.chance, closed).day
    const sumFen = total(closed.filter(({ day }) => day <= through).map((day) => day.sumFen))
    const input = { through, sumFen, on: dayOf(drawing.village.clock.now()), carrier: '陈芳', way: 'cash' as const }
    const phone = officer(drawing)
    return (options) => phone.dues.handIn(input, options)
  },
  receive: ({ village, book, chance }) => {
    const open = book.lines.flatMap((line) => (line.kind === 'handedUp' && line.openKey !== undefined ? [line] : []))
    if (open.length === 0) return undefined
    const { _id: lineId, fen } = oneOf(chance, open)
    const input = chance(3) === 0 ? { lineId, fen: fen - 1, note: '少一分' } : { lineId, fen }
    return (options) => village.as(town.officerName).dues.receiveHandIn(input, options)
  },
  giveBack: (drawing) => {
    const input = { kind: 'givenBack' as const, fen: 1 + drawing.chance(9000), on: dayOf(drawing.village.clock.now()), purpose: '上级返还' }
    return (options) => drawing.village.as('王志强').dues.recordLine(input, options)
  },
  use: (drawing) => {
    const input = { kind: 'used' as const, fen: 1 + drawing.chance(6000), on: dayOf(drawing.village.clock.now()), purpose: '订党报' }
    const phone = officer(drawing)
    return (options) => phone.dues.recordLine(input, options)
  },
  reverseLine: (drawing) => {
    const { book, chance } = drawing
    if (book.lines.length === 0) return undefined
    const input = { lineId: oneOf(chance, book.lines)._id, purpose: '记错了' }
    const phone = officer(drawing)
    return (options) => phone.dues.reverseLine(input, options)
  },
} as const satisfies Readonly<Record<string, Draw>>
