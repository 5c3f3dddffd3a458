import { instantOf } from '#shared/kernel/day'
import { decideTurn, isOnOn, lastOf } from '#shared/systems/rules'

const entry = (isOn: boolean, since: string) => ({ system: 'themeday', isOn, since }) as const

describe('a system', () => {
  it.each([
    ['nothing was decided', [], '2026-11-25', true],
    ['it was turned off', [entry(false, '2026-11-01')], '2026-11-25', false],
    ['it is turned off from today', [entry(false, '2026-11-25')], '2026-11-25', false],
    ['it is turned off from tomorrow', [entry(false, '2026-11-26')], '2026-11-25', true],
    ['it was turned on again', [entry(false, '2026-11-01'), entry(true, '2026-11-20')], '2026-11-25', true],
    ['it is turned on again later', [entry(false, '2026-11-01'), entry(true, '2026-12-01')], '2026-11-25', false],
    ['two were written for one day', [entry(false, '2026-11-01'), entry(true, '2026-11-01')], '2026-11-25', true],
  ])('when %s', (_, entries, day, isOn) => expect(isOnOn(entries, 'themeday', day)).toBe(isOn))

  it('that starts off is off until somebody decides, and from its day on', () => {
    expect(isOnOn([], 'registerFields', '2026-11-25')).toBe(false)
    expect(isOnOn([entry(true, '2026-11-01')], 'registerFields', '2026-11-25')).toBe(false)
    const decided = [{ ...entry(true, '2026-11-20'), system: 'registerFields' }] as const
    expect(['2026-11-19', '2026-11-20'].map((day) => isOnOn(decided, 'registerFields', day))).toEqual([false, true])
  })

  it('stands as it was decided last, whether or not that has begun', () => {
    expect(lastOf([entry(false, '2026-11-01'), entry(true, '2026-12-01')], 'themeday')).toEqual(entry(true, '2026-12-01'))
  })
})

describe('turning a system', () => {
  const now = instantOf('2026-11-25', '10:00')
  const turn = (since: string, entries = [entry(true, '2026-11-10')]) => decideTurn({ entries, wanted: entry(false, since), now })

  it.each(['2026-11-10', '2026-11-25', '2027-11-26'])('is taken from %s', (since) => expect(turn(since).ok).toBe(true))

  it.each([
    ['2026-11-31', 'NO_SUCH_DAY'],
    ['2026-11-09', 'BEFORE_LAST'],
    ['2027-11-27', 'TOO_FAR'],
  ])('is refused from %s with %s', (since, code) => expect(turn(since)).toMatchObject({ ok: false, code }))
})
