import { attendanceSources } from '#shared/themeday/ids'
import {
  type CountedAttendance,
  type CountedMember,
  hasQuorum,
  missingForQuorum,
  percentOf,
  standingOf,
  type TallyFacts,
  tallyOf,
} from '#shared/themeday/tally'

const full: CountedMember = { memberId: 'full', membership: 'full', participation: 'inPerson' }
const probationary: CountedMember = { memberId: 'probationary', membership: 'probationary', participation: 'inPerson' }
const atHome: CountedMember = { memberId: 'at-home', membership: 'full', participation: 'homeStudy' }
const byPhone: CountedMember = { memberId: 'by-phone', membership: 'full', participation: 'byPhone' }
const roster = [full, probationary, atHome, byPhone]

type Came = Readonly<Record<string, Partial<CountedAttendance>>>

const tally = (came: Came, over: Partial<TallyFacts> = {}) =>
  tallyOf({
    ...{ roster, guests: 0, onLeave: new Set<string>() },
    present: new Map(Object.entries(came).map(([memberId, how]) => [memberId, { source: 'code', isProxy: false, ...how }])),
    ...over,
  })

describe('the numbers of a day', () => {
  it.each([
    ['nobody came: whoever need not come lowers nothing', {}, {}, { expected: 2, present: 0, leave: 0, absent: 2, excused: 2 }],
    ['one came', { full: {} }, {}, { expected: 2, present: 1, absent: 1, excused: 2 }],
    ['one asked leave', {}, { onLeave: new Set(['full']) }, { expected: 2, present: 0, leave: 1, absent: 1 }],
    ['one asked leave and came', { full: {} }, { onLeave: new Set(['full']) }, { expected: 2, present: 1, leave: 0, absent: 1 }],
    ['who need not come asked leave', {}, { onLeave: new Set(['at-home']) }, { expected: 2, leave: 0, absent: 2, excused: 2 }],
    [
      'who need not come was taught at home',
      { 'at-home': { source: 'delivered' } },
      {},
      { expected: 3, present: 1, absent: 2, excused: 1 },
    ],
    ['who left the roster had come', { gone: {} }, {}, { expected: 3, present: 1, absent: 2, excused: 2 }],
    ['guests are in no number but their own', { full: {} }, { guests: 3 }, { expected: 2, present: 1, guests: 3 }],
    ['others tapped for them', { full: { isProxy: true }, gone: { isProxy: true } }, {}, { present: 2, proxies: 2 }],
    ['an empty branch', {}, { roster: [] }, { expected: 0, present: 0, leave: 0, absent: 0, excused: 0, voters: 0 }],
  ] as const)('%s', (_, came, over, numbers) => expect(tally(came, over)).toMatchObject(numbers))

  it('a member who is there is present, whatever else was said', () => {
    const said = { present: new Set(['full', 'at-home']), onLeave: new Set(['full', 'at-home', 'probationary', 'by-phone']) }
    expect(roster.map((member) => standingOf(member, said))).toEqual(['present', 'leave', 'present', 'excused'])
  })
})

describe('who votes', () => {
  it.each([
    ['those taught at home are not waited for', { 'at-home': { source: 'delivered' }, full: {} }, [1, 1]],
    ['who need not come, and came into the room, votes', { 'at-home': {}, full: {} }, [2, 2]],
    ['who has to come and was on the telephone is expected, and has no vote', { full: { source: 'byPhone' } }, [1, 0]],
    ['being counted afterwards is no vote', { full: { source: 'lateCheckIn' } }, [1, 0]],
    ['a probationary member has none', { probationary: {} }, [1, 0]],
    ['who left the roster has none', { gone: {} }, [1, 0]],
    ['a name that was called has one', { full: { source: 'rollCall' } }, [1, 1]],
  ] as const)('%s', (_, came, votes) => {
    const { voters, votersPresent } = tally(came)
    expect([voters, votersPresent]).toEqual(votes)
  })

  it.each([
    [26, 13, false, 1],
    [26, 14, true, 0],
    [25, 12, false, 1],
    [25, 13, true, 0],
    [1, 0, false, 1],
    [1, 1, true, 0],
    [0, 0, false, 1],
    [26, 0, false, 14],
  ])('of %d voters %d are there: enough is %s, %d are missing', (voters, votersPresent, isEnough, missing) => {
    expect(hasQuorum({ voters, votersPresent })).toBe(isEnough)
    expect(missingForQuorum({ voters, votersPresent })).toBe(missing)
  })
})

it.each([
  [0, 0, 0],
  [0, 26, 0],
  [26, 26, 100],
  [1, 3, 33],
  [2, 3, 67],
  [1, 200, 1],
  [1, 201, 0],
  [21, 26, 81],
  [25, 26, 96],
  [199, 200, 100],
])('%d of %d are %d per cent', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent))

describe('whatever the roster and whatever happened', () => {
  /** Mulberry32: the same rosters in every run, and the seed in the test's name. */
  const chanceOf = (seed: number) => {
    let state = seed
    return () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    }
  }

  const anyDay = (seed: number): TallyFacts => {
    const chance = chanceOf(seed)
    const oneOf = <One>(first: One, ...others: readonly One[]): One =>
      [first, ...others][Math.floor(chance() * (others.length + 1))] ?? first
    const members = Array.from({ length: Math.floor(chance() * 40) }, (_, place) => ({
      memberId: `m${place}`,
      membership: oneOf<CountedMember['membership']>('full', 'probationary'),
      participation: oneOf<CountedMember['participation']>('inPerson', 'homeStudy', 'byPhone'),
    }))
    const some = (from: readonly string[]) => from.filter(() => chance() < 0.5)
    const ids = [...members.map(({ memberId }) => memberId), 'gone-1', 'gone-2']
    const how = (): CountedAttendance => ({ source: oneOf('code', ...attendanceSources), isProxy: chance() < 0.3 })
    const present = new Map(some(ids).map((memberId) => [memberId, how()]))
    return { roster: members, present, onLeave: new Set(some(ids)), guests: Math.floor(chance() * 4) }
  }

  it.each(Array.from({ length: 200 }, (_, seed) => seed))('the numbers add up (%d)', (seed) => {
    const day = anyDay(seed)
    const { expected, present, leave, absent, excused, proxies, voters, votersPresent } = tallyOf(day)
    expect(expected).toBe(present + leave + absent)
    expect(present).toBe(day.present.size)
    const left = [...day.present.keys()].filter((memberId) => memberId.startsWith('gone')).length
    expect(expected + excused).toBe(day.roster.length + left)
    expect(proxies).toBeLessThanOrEqual(present)
    expect(votersPresent).toBeLessThanOrEqual(voters)
    expect(voters).toBeLessThanOrEqual(expected)
  })
})
