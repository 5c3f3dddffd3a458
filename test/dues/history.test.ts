/**
 * A year of a branch, drawn by chance: whatever is done in whatever order, after each step the book adds up, and at the end so do the
 * yearly sheets and the register. A seed and a step are printed with every history that does not.
 */
import type { DuesEntry } from '#shared/dues/model'
import { registerSums } from '#shared/dues/register'
import { hourMs } from '#shared/kernel/day'
import { often, patienceMs } from '../setup/often'
import { dataOf } from '../village/village'
import { answerTo, codeOf, wrongIn } from './asking'
import { chanceOf } from './chance'
import { total } from './differing'
import { drawingOf, drawMove, type Kind, kinds } from './moves'
import { cloudSide, type DuesSide, type DuesVillage, embeddedSide } from './sides'
import { wholeBook } from './whole-book'

jest.setTimeout(patienceMs)

/** What a person is told who asked for something else than is in order: nothing here may fail, or be asked wrongly. */
const neverSaid = ['UNAVAILABLE', 'INVALID_INPUT', 'NOT_ALLOWED', 'SIGN_IN_FIRST', 'REQUEST_REUSED', 'NOT_FOUND']

const moved = (entry: DuesEntry) => (entry.kind === 'receipt' ? entry.totalFen : entry.kind === 'reversal' ? -entry.totalFen : 0)

/** The sheets of the years follow from one another, and what they say was collected is what the register and the gifts come to. */
async function expectSheets(village: DuesVillage): Promise<void> {
  const { dues } = village.as('王志强')
  const book = await wholeBook(village)
  const years = ['2026', '2027', '2028']
  const sheets = await Promise.all(years.map(async (year) => dataOf(await dues.getYearSheet({ year }))))
  const held = [0, ...sheets.map(({ inHandFen }) => inHandFen)]
  expect(sheets.map(({ broughtFen }) => broughtFen)).toEqual(held.slice(0, -1))
  expect(held.at(-1)).toBe(book.till?.inHandFen ?? 0)
  for (const sheet of sheets) {
    const mine = book.entries.filter(({ year }) => year === sheet.year)
    expect(sheet.collectedFen).toBe(total(mine.map(moved)))
    expect(sheet.inHandFen).toBe(sheet.broughtFen + sheet.collectedFen - sheet.handedUpFen + sheet.givenBackFen - sheet.usedFen)
    const counted = (kind: DuesEntry['kind']) => mine.filter((entry) => entry.kind === kind).length
    expect([sheet.receipts, sheet.reversals]).toEqual([counted('receipt'), counted('reversal')])
  }
  const registers = await Promise.all(
    years.map(async (year) => registerSums(dataOf(await dues.getRegister({ year, limit: 100 })).rows, year)),
  )
  for (const { months, total: sum } of registers) expect(total(months)).toBe(sum)
  const collected = total(sheets.map(({ collectedFen }) => collectedFen))
  expect(collected - total(sheets.map(({ giftFen }) => giftFen))).toBe(total(registers.map((register) => register.total)))
}

/** How a year went: what was accepted, by kind of move. */
async function play(side: DuesSide, seed: number, steps: number): Promise<ReadonlySet<Kind>> {
  const village = await side.open()
  const chance = chanceOf(seed)
  const accepted = new Set<Kind>()
  // A year has so many hours that each step is half of them away at most.
  const furthest = Math.floor((2 * 365 * 24) / steps)
  try {
    for (let step = 1; step <= steps; step += 1) {
      village.clock.forward((1 + chance(furthest)) * hourMs)
      const { kind, ask } = drawMove(await drawingOf(village, chance))
      const reply = await answerTo(ask)
      if (reply.ok) accepted.add(kind)
      const [said, wrong] = [codeOf(reply), await wrongIn(village)]
      expect({ seed, step, kind, said, wrong }).toEqual({ seed, step, kind, said, wrong: [] })
      expect({ seed, step, kind, neverSaid: neverSaid.filter((code) => code === said) }).toEqual({ seed, step, kind, neverSaid: [] })
    }
    await expectSheets(village)
    return accepted
  } finally {
    await village.end()
  }
}

describe('a year of dues adds up after every step', () => {
  it('in the embedded database, and everything that can be done was done', async () => {
    const accepted = new Set<Kind>()
    for (let seed = 1; seed <= often(3, 150); seed += 1) for (const kind of await play(embeddedSide, seed, 140)) accepted.add(kind)
    const refusedAlways = kinds.filter((kind) => !accepted.has(kind))
    expect(refusedAlways).toEqual(['checkOneself'])
  })

  it('in the cloud’s', async () => {
    for (let seed = 4; seed < 4 + often(1, 20); seed += 1) expect((await play(cloudSide, seed, 80)).size).toBeGreaterThan(8)
  })
})
