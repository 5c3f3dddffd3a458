import { dayMs, instantOf } from '#shared/kernel/day'
import { type GrantedRole, roles } from '#shared/kernel/organisation'
import {
  decideGrant,
  decideHandOver,
  decideRevoke,
  type GrantingFacts,
  longestActingMs,
  longestTermMs,
  mayGrant,
} from '#shared/roles/rules'

const now = instantOf('2026-11-25', '08:00')
const bySecretary: GrantingFacts = {
  ...{ now, role: 'liaison', level: 'branch', offices: ['secretary'], isSelf: false, isMemberHere: true, otherSecretaries: 0 },
  term: {},
}
const byTown: GrantingFacts = { ...bySecretary, role: 'secretary', offices: ['townOfficer'] }

describe('who gives which role', () => {
  const given = (offices: Parameters<typeof mayGrant>[0]) =>
    roles.filter((role): role is GrantedRole => role !== 'member' && mayGrant(offices, role))
  const ofTheBranch = ['groupLeader', 'liaison', 'shopkeeper', 'disciplineOfficer', 'organisationOfficer']
  it.each([
    [['member', 'groupLeader', 'organisationOfficer'] as const, []],
    [['secretary'] as const, ofTheBranch],
    [['townOfficer'] as const, [...ofTheBranch, 'villageContact', 'secretary']],
    [['countyAdmin'] as const, roles.filter((role) => role !== 'member')],
  ])('%s', (offices, wanted) => expect([...given(offices)].sort()).toEqual([...wanted].sort()))
})

describe('granting', () => {
  it.each<[string, Partial<GrantingFacts>, string]>([
    ['beside oneself', { role: 'secretary' }, 'ABOVE_YOU'],
    ['above oneself', { role: 'townOfficer' }, 'ABOVE_YOU'],
    ['what the town gives', { role: 'villageContact' }, 'ABOVE_YOU'],
    ['without any office', { offices: [] }, 'ABOVE_YOU'],
    ['to oneself', { isSelf: true }, 'YOURSELF'],
    ['a leader to a whole branch', { role: 'groupLeader' }, 'NOT_HELD_HERE'],
    ['a member’s office to somebody of no roster', { isMemberHere: false }, 'MEMBER_NEEDED'],
    ['until now', { term: { until: now } }, 'ENDS_FIRST'],
    ['until before it begins', { term: { from: now + 2 * dayMs, until: now + dayMs } }, 'ENDS_FIRST'],
    ['beyond the longest term', { term: { until: now + longestTermMs + 1 } }, 'TERM_TOO_LONG'],
    ['from beyond the longest term', { term: { from: now + longestTermMs + 1 } }, 'TERM_TOO_LONG'],
    ['an acting one without an end', { term: { from: now, isActing: true } }, 'ACTING_NEEDS_DATES'],
    ['an acting one without a beginning', { term: { until: now + dayMs, isActing: true } }, 'ACTING_NEEDS_DATES'],
    ['an acting one too long', { term: { from: now, until: now + longestActingMs + 1, isActing: true } }, 'ACTING_TOO_LONG'],
  ])('not %s', (_, over, code) => expect(decideGrant({ ...bySecretary, ...over })).toMatchObject({ ok: false, code }))

  it.each<[string, Partial<GrantingFacts>]>([
    ['for good', {}],
    ['for the longest term', { term: { until: now + longestTermMs } }],
    ['for the longest time of acting', { term: { from: now, until: now + longestActingMs, isActing: true } }],
    ['from a day to come', { term: { from: now + dayMs } }],
    ['a keeper who is on no roster', { role: 'shopkeeper', isMemberHere: false }],
    ['with another term than before', { held: { until: now + dayMs } }],
    ['anew after it was taken back', { held: { until: now } }],
  ])('%s', (_, over) => expect(decideGrant({ ...bySecretary, ...over })).toEqual({ ok: true, data: 'grant' }))

  it('finds the very same term held already', () => {
    expect(decideGrant({ ...bySecretary, held: {} })).toEqual({ ok: true, data: 'again' })
  })

  it('a second secretary only stands in', () => {
    expect(decideGrant({ ...byTown, otherSecretaries: 1 })).toMatchObject({ code: 'HAS_SECRETARY' })
    expect(decideGrant(byTown)).toMatchObject({ ok: true })
    const term = { from: now, until: now + dayMs, isActing: true }
    expect(decideGrant({ ...byTown, otherSecretaries: 1, term })).toMatchObject({ ok: true })
  })
})

describe('taking back', () => {
  const facts = { now, role: 'secretary' as const, offices: ['townOfficer' as const], isSelf: false, term: {}, others: [] }
  const acting = { from: now, until: now + dayMs, isActing: true }
  it.each([
    ['the only secretary', facts, 'LAST_SECRETARY'],
    ['a secretary for whom somebody stands in a while', { ...facts, others: [acting] }, 'LAST_SECRETARY'],
    ['a secretary beside one who has not begun', { ...facts, others: [{ from: now + 1 }] }, 'LAST_SECRETARY'],
    ['the last one who stands in', { ...facts, term: acting }, 'LAST_SECRETARY'],
    ['one’s own', { ...facts, role: 'countyAdmin' as const, offices: ['countyAdmin' as const], isSelf: true }, 'YOURSELF'],
    ['what stands beside', { ...facts, offices: ['secretary' as const] }, 'ABOVE_YOU'],
    ['membership', { ...facts, role: 'member' as const }, 'ABOVE_YOU'],
  ])('not %s', (_, given, code) => expect(decideRevoke(given)).toMatchObject({ ok: false, code }))

  it.each([
    ['who stands in, while the secretary is there', { ...facts, term: acting, others: [{}] }, 'revoke'],
    ['a secretary who has not begun', { ...facts, term: { from: now + 1 } }, 'revoke'],
    ['any other office', { ...facts, role: 'shopkeeper' as const }, 'revoke'],
    ['what is over', { ...facts, role: 'shopkeeper' as const, term: { until: now } }, 'again'],
  ])('%s', (_, given, data) => expect(decideRevoke(given)).toEqual({ ok: true, data }))
})

describe('handing over', () => {
  const facts = { now, level: 'branch' as const, isSelf: false, name: '张建国' }
  it('is for who leads a branch or a general branch', () => {
    expect(decideHandOver(facts)).toEqual({ ok: true, data: true })
    expect(decideHandOver({ ...facts, level: 'generalBranch' })).toMatchObject({ ok: true })
    expect(decideHandOver({ ...facts, level: 'group' })).toMatchObject({ code: 'NO_SECRETARY_HERE' })
  })
  it('goes to somebody else, who may have stood in', () => {
    expect(decideHandOver({ ...facts, isSelf: true })).toMatchObject({ code: 'YOURSELF' })
    expect(decideHandOver({ ...facts, held: {} })).toMatchObject({ code: 'ALREADY_SECRETARY' })
    expect(decideHandOver({ ...facts, held: { from: now, until: now + 1, isActing: true } })).toMatchObject({ ok: true })
    expect(decideHandOver({ ...facts, held: { until: now } })).toMatchObject({ ok: true })
  })
})
