import { accept, refuse, sentence } from '#shared/kernel/contract'
import * as day from '#shared/kernel/day'
import { addFen, fen, fenFromYuan, sayYuan } from '#shared/kernel/fen'
import { claimCodeLength, codeFrom, codeLength, idFrom, normaliseCode, sayCode } from '#shared/kernel/id'
import { covers, type Grant, mayHold, nothing, scopeOf, touches, unitsToExpand } from '#shared/kernel/organisation'
import { addPoints, points, sayPoints } from '#shared/kernel/points'

const at = (text: string) => Date.parse(text)

describe('days of a branch', () => {
  it.each([
    ['2026-11-30T23:59:59+08:00', '2026-11-30', '2026-11'],
    ['2026-12-01T00:00:00+08:00', '2026-12-01', '2026-12'],
    ['2026-11-30T16:00:00Z', '2026-12-01', '2026-12'],
    ['2026-12-31T15:59:59Z', '2026-12-31', '2026-12'],
    ['2028-02-29T12:00:00+08:00', '2028-02-29', '2028-02'],
  ])('%s falls on %s in %s, wherever the machine stands', (instant, dayKey, monthKey) => {
    expect([day.dayOf(at(instant)), day.monthOf(at(instant))]).toEqual([dayKey, monthKey])
  })

  it.each([
    ['2026-11-25', true],
    ['2026-02-30', false],
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['26-1-1', false],
  ])('%s exists: %s', (text, exists) => expect(day.isDay(text)).toBe(exists))

  it.each([
    ['2026-11-25T08:30:00+08:00', '上午 8 点半', '8:30'],
    ['2026-11-25T09:00:00+08:00', '上午 9 点', '9:00'],
    ['2026-11-25T12:05:00+08:00', '中午 12 点 5 分', '12:05'],
    ['2026-11-25T14:20:00+08:00', '下午 2 点 20 分', '14:20'],
    ['2026-11-25T19:30:00+08:00', '晚上 7 点半', '19:30'],
    ['2026-11-25T00:10:00+08:00', '凌晨 0 点 10 分', '0:10'],
  ])('%s is said %s and written %s', (instant, said, written) => {
    expect([day.sayTime(at(instant)), day.sayClock(at(instant))]).toEqual([said, written])
  })

  it('names days near and far', () => {
    const now = at('2026-11-25T23:59:00+08:00')
    const near = (text: string) => day.sayDayNear(at(text), now)
    expect([near('2026-11-25T00:00:00+08:00'), near('2026-11-26T00:00:00+08:00'), near('2026-11-24T23:59:59+08:00')]).toEqual([
      '今天',
      '明天',
      '昨天',
    ])
    expect(near('2026-11-28T09:00:00+08:00')).toBe('11月28日 星期六')
    expect(day.sayDate(now)).toBe('2026年11月25日')
    expect(day.sayMonth('2026-02')).toBe('2月')
  })

  it('ends days and months in their last millisecond', () => {
    const now = at('2026-11-25T08:50:00+08:00')
    expect(day.endOfDay(now)).toBe(at('2026-11-25T23:59:59.999+08:00'))
    expect(day.endOfDay(now, 3)).toBe(at('2026-11-28T23:59:59.999+08:00'))
    expect(day.endOfMonth(now)).toBe(at('2026-11-30T23:59:59.999+08:00'))
    expect(day.endOfMonth(at('2027-01-31T12:00:00+08:00'), 1)).toBe(at('2027-02-28T23:59:59.999+08:00'))
  })
})

describe('money and points', () => {
  it.each([
    ['0.5', 50],
    ['3000', 300_000],
    ['12.30', 1230],
    ['0.05', 5],
    ['1.234', undefined],
    ['-1', undefined],
    ['1,000', undefined],
    ['', undefined],
  ])('reads %s yuan as %s fen', (text, expected) => expect(fenFromYuan(text)).toBe(expected))

  it('writes two decimals, adds exactly and has no fractions of a fen', () => {
    expect(['0', '5', '50', '1230', '-50'].map((text) => sayYuan(fen(Number(text))))).toEqual(['0.00', '0.05', '0.50', '12.30', '-0.50'])
    expect(addFen(fen(10), fen(20), fen(-5))).toBe(25)
    expect(() => fen(0.5)).toThrow()
  })

  it('signs what is added and taken', () => {
    expect([sayPoints(points(4)), sayPoints(points(-10)), sayPoints(addPoints(points(3), points(-3)))]).toEqual(['+4', '-10', '0'])
    expect(() => points(1.5)).toThrow()
  })
})

describe('ids and codes', () => {
  it('come from bytes alone', () => {
    expect(idFrom(new Uint8Array(10))).toBe('0000000000000000')
    expect(idFrom(new Uint8Array(10).fill(255))).toBe('zzzzzzzzzzzzzzzz')
    expect(codeFrom(new Uint8Array([0, 0, 0, 0, 1]))).toBe('00000001')
    expect(codeFrom(new Uint8Array(7).fill(255), claimCodeLength)).toBe('ZZZZZZZZZZ')
    expect(() => idFrom(new Uint8Array(9))).toThrow()
    expect(() => codeFrom(new Uint8Array(6), claimCodeLength)).toThrow()
  })

  it.each([
    ['dangri01', 'DANGR101'],
    ['DANG RI01', 'DANGR101'],
    ['ＤＡＮＧ－ＲＩＯ１', 'DANGR101'],
    ['dang-r1o1', 'DANGR101'],
    ['DANGRI0', undefined],
    ['DANGRI011', undefined],
    ['abc def ghjk', 'ABCDEFGHJK'],
    ['ABC-DEF-GHIL', 'ABCDEFGH11'],
    ['ABCDEFGHJKM', undefined],
    ['DANGRU01', undefined],
    ['党日党日党日党日', undefined],
    ['$ne', undefined],
  ])('%s typed is %s', (typed, code) => expect(normaliseCode(typed)).toBe(code))

  it('of one length alone are none of another', () => {
    expect([normaliseCode('DANGR101', codeLength), normaliseCode('DANGR101', claimCodeLength)]).toEqual(['DANGR101', undefined])
    expect([normaliseCode('ABCDEFGHJK', claimCodeLength), normaliseCode('ABCDEFGHJK', codeLength)]).toEqual(['ABCDEFGHJK', undefined])
  })

  it('are said in groups of three and four', () => {
    expect(sayCode('DANGR101')).toBe('DANG R101')
    expect(sayCode('ABCDEFGHJK')).toBe('ABC DEF GHJK')
    expect(sayCode('')).toBe('')
  })
})

describe('reach in the tree', () => {
  const secretary: Grant = { role: 'secretary', unitId: 'b1', level: 'branch', branchId: 'b1' }
  const leader: Grant = { role: 'groupLeader', unitId: 'g1', level: 'group', branchId: 'b1' }
  const member: Grant = { role: 'member', unitId: 'g1', level: 'group', branchId: 'b1' }
  const officer: Grant = { role: 'townOfficer', unitId: 't1', level: 'committee' }
  const admin: Grant = { role: 'countyAdmin', unitId: 'county', level: 'county' }
  const facts = { personId: 'p', memberId: 'm1', branchesBelow: { t1: ['b1', 'b2'] } }

  it.each([
    ['self', { member: 'self' }, [member], { branchId: 'b1', memberId: 'm1' }, true],
    ['self, of another', { member: 'self' }, [member], { branchId: 'b1', memberId: 'm2' }, false],
    ['branch', { member: 'branch' }, [member], { branchId: 'b1', memberId: 'm2' }, true],
    ['branch, next door', { member: 'branch' }, [member], { branchId: 'b2' }, false],
    ['unit of a group', { groupLeader: 'unit' }, [leader], { branchId: 'b1', groupId: 'g1' }, true],
    ['unit of a group, another group', { groupLeader: 'unit' }, [leader], { branchId: 'b1', groupId: 'g2' }, false],
    ['unit of a branch', { secretary: 'unit' }, [secretary], { branchId: 'b1', groupId: 'g2' }, true],
    ['unit of a town', { townOfficer: 'unit' }, [officer], { branchId: 'b2' }, true],
    ['unit of a town, another town', { townOfficer: 'unit' }, [officer], { branchId: 'b3' }, false],
    ['unit of the county', { countyAdmin: 'unit' }, [admin], { branchId: 'b3' }, true],
    ['a role the action does not name', { secretary: 'branch' }, [member], { branchId: 'b1' }, false],
    ['assigned', { secretary: 'assigned' }, [secretary], { branchId: 'b9', assigneeId: 'p' }, true],
    ['nothing placed nowhere', { member: 'self' }, [member], {}, false],
  ] as const)('%s', (_, allow, grants, document, expected) => {
    expect(covers(scopeOf(allow, { ...facts, grants }), document)).toBe(expected)
  })

  it('sums the roles of a person and asks the tree only for units above the branch', () => {
    const allow = { groupLeader: 'unit', townOfficer: 'unit', secretary: 'branch' } as const
    expect(unitsToExpand(allow, [leader, officer, secretary])).toEqual(['t1'])
    const scope = scopeOf(allow, { ...facts, grants: [leader, officer] })
    expect(scope).toEqual({ ...nothing, branchIds: ['b1', 'b2'], groups: [{ groupId: 'g1', branchId: 'b1' }] })
  })

  it('lets a leader touch the branch of the group without covering it', () => {
    const scope = scopeOf({ groupLeader: 'unit' }, { ...facts, grants: [leader] })
    expect([touches(scope, 'b1'), covers(scope, { branchId: 'b1' }), touches(scope, 'b2')]).toEqual([true, false, false])
  })

  it('holds levels in their order only', () => {
    expect([
      mayHold('county', 'committee'),
      mayHold('committee', 'branch'),
      mayHold('generalBranch', 'branch'),
      mayHold('branch', 'group'),
    ]).toEqual([true, true, true, true])
    expect([
      mayHold('group', 'branch'),
      mayHold('branch', 'branch'),
      mayHold('county', 'branch'),
      mayHold('branch', 'generalBranch'),
    ]).toEqual([false, false, false, false])
  })
})

describe('outcomes', () => {
  it('carry data or a code with its words', () => {
    expect(accept(1)).toEqual({ ok: true, data: 1 })
    expect(refuse('X')).toEqual({ ok: false, code: 'X' })
    expect(refuse('X', { at: '8:50' })).toEqual({ ok: false, code: 'X', words: { at: '8:50' } })
  })

  it('fill their sentence, and a hole without a word is a bug', () => {
    expect(sentence('您 {at} 已经签过了', { at: '8:50' })).toBe('您 8:50 已经签过了')
    expect(() => sentence('您 {at} 已经签过了')).toThrow('at')
  })
})
