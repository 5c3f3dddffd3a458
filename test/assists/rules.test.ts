import { helpReasons } from '#shared/assists/ids'
import { decideAnswer, deskOf } from '#shared/assists/rules'
import { isReason } from '../../cloudfunctions/runtime/assisting'

describe('who answers an objection', () => {
  const place = { branchId: 'branch', committeeId: 'town' }
  it.each([
    ['secretary', 'town'],
    ['groupLeader', 'branch'],
    ['organisationOfficer', 'branch'],
    ['liaison', 'branch'],
  ] as const)('what a %s did goes to the %s', (role, desk) => {
    expect(deskOf({ role, ...place })).toBe(desk)
  })

  it.each([
    ['waiting', 'another', { ok: true }],
    ['stands', 'another', { code: 'ALREADY_ANSWERED' }],
    ['undone', 'another', { code: 'ALREADY_ANSWERED' }],
    ['waiting', 'helper', { code: 'OWN_DEED' }],
    ['stands', 'helper', { code: 'OWN_DEED' }],
  ] as const)('%s, answered by %s', (state, personId, outcome) => {
    expect(decideAnswer({ state, helperId: 'helper', personId })).toMatchObject(outcome)
  })
})

describe('a reason for lending a hand', () => {
  it.each(helpReasons)('%j is one', (reason) => {
    expect(isReason(reason)).toBe(true)
  })
  it.each(['', ' ', '没有智能手机', 'nophone', 'noPhone ', 'toString'])('%j is none', (reason) => {
    expect(isReason(reason)).toBe(false)
  })
})
