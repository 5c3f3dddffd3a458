/** What goes up, and how the register is cut into sheets. */
import { type RegisterRow, registerSums } from '#shared/dues/register'
import { type HeldDay, openDaysOf, throughOf } from '../../client/dues/hand-in/parts/through'
import { lastNumberOf, registerSheets } from '../../client/dues/register/parts/register-sheets'

const day = (key: string, sumFen: number, over: Partial<HeldDay> = {}): HeldDay => ({
  ...{ day: key, stage: 'closed', count: 1, sumFen, largeFen: 0, isHandedIn: false },
  ...over,
})

describe('days that may go up', () => {
  it('go up whole and in their order, the last one first', () =>
    expect(throughOf([day('2026-11-24', 50), day('2026-11-20', 4_900)])).toEqual([
      { day: '2026-11-24', sumFen: 4_950, largeFen: 0 },
      { day: '2026-11-20', sumFen: 4_900, largeFen: 0 },
    ]))

  it('end before the first that is open', () => {
    const days = [day('2026-11-20', 50), day('2026-11-21', 60, { stage: 'counted' }), day('2026-11-22', 70)]
    expect(throughOf(days).map((one) => one.day)).toEqual(['2026-11-20'])
    expect(openDaysOf(days).map((one) => one.day)).toEqual(['2026-11-21'])
  })

  it('are a month of days at most, the oldest', () => {
    const days = Array.from({ length: 40 }, (_, index) => day(`2026-${index < 20 ? '09' : '10'}-${String(10 + (index % 20))}`, 50))
    expect(throughOf(days)[0]).toEqual({ day: '2026-10-20', sumFen: 31 * 50, largeFen: 0 })
  })

  it('leave out what has gone up, what holds nothing, and sums of nothing', () => {
    expect(throughOf([day('2026-11-20', 50, { isHandedIn: true }), day('2026-11-21', 0, { count: 0, stage: 'open' })])).toEqual([])
    expect(throughOf([day('2026-11-20', 50), day('2026-11-21', -50)]).map((one) => one.day)).toEqual(['2026-11-20'])
  })
})

const row = (index: number): RegisterRow => ({
  memberId: `m${index}`,
  name: `党员${index}`,
  months: [{ month: '2026-11', state: 'paid', fen: 50, number: index + 1, numberYear: '2026' }],
  paidFen: 50,
})
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index))

describe('the register of a year on paper', () => {
  it.each([
    [1, [1]],
    [13, [13]],
    [14, [13, 1]],
    [26, [13, 13]],
    [40, [13, 13, 13, 1]],
  ])('%i members lie on sheets of %j', (count, sheets) => {
    const cut = registerSheets(rows(count))
    expect(cut.map(({ lines }) => lines.length)).toEqual(sheets)
    expect(cut.flatMap(({ lines }) => lines.map(({ place }) => place))).toEqual(rows(count).map((_, index) => index + 1))
  })

  it('says its last receipt, and nothing where there is none of the year', () => {
    expect(lastNumberOf(rows(26), '2026')).toBe(26)
    expect(lastNumberOf(rows(26), '2027')).toBeUndefined()
  })

  it('adds up by months as it does by members', () => {
    const { months, total } = registerSums(rows(26), '2026')
    expect(months.reduce((sum, amount) => sum + amount, 0)).toBe(total)
  })
})
