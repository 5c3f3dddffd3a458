import type { OrgLevel, Role } from '#shared/kernel/organisation'
import { mayShape, reaches } from '#shared/organisation/reach'
import { decideClose, decideCreate, decideMove, decideRename, type Shaped } from '#shared/organisation/shaping'

const unit = (level: OrgLevel, over: Partial<Shaped> = {}): Shaped => ({ level, name: level, ...over })
const closed = { closedAt: 1 }
const nothingWaits = { hasHandIn: false, hasHardship: false }
const settled = { inHandFen: 0, openDays: 0, hasHandIn: false }
const codeOf = (outcome: { readonly ok: boolean; readonly code?: string }) => outcome.code

describe('what may stand where', () => {
  it.each<[OrgLevel, OrgLevel, string | undefined]>([
    ['county', 'committee', undefined],
    ['committee', 'generalBranch', undefined],
    ['branch', 'group', undefined],
    ['county', 'generalBranch', 'LEVEL_NOT_HERE'],
    ['generalBranch', 'generalBranch', 'LEVEL_NOT_HERE'],
    ['committee', 'committee', 'LEVEL_NOT_HERE'],
    ['committee', 'group', 'LEVEL_NOT_HERE'],
    ['group', 'group', 'LEVEL_NOT_HERE'],
  ])('below a %s a %s: %s', (parent, level, code) =>
    expect(codeOf(decideCreate({ parent: unit(parent), level, name: '新的', isNameTaken: false }))).toBe(code),
  )

  it('not below what is closed, and not under a name in use', () => {
    const asked = { level: 'group', name: '三组', isNameTaken: false } as const
    expect(decideCreate({ ...asked, parent: unit('branch', { ...closed, name: '旧支部' }) })).toMatchObject({
      code: 'PARENT_CLOSED',
      words: { name: '旧支部' },
    })
    expect(codeOf(decideCreate({ ...asked, parent: unit('branch'), isNameTaken: true }))).toBe('NAME_TAKEN')
  })
})

describe('moving', () => {
  it.each<[OrgLevel, OrgLevel, string | undefined]>([
    ['branch', 'committee', undefined],
    ['branch', 'generalBranch', undefined],
    // Its own group is one of these: nothing ever comes to lie below itself.
    ['branch', 'group', 'LEVEL_NOT_HERE'],
    ['branch', 'branch', 'LEVEL_NOT_HERE'],
    ['branch', 'county', 'LEVEL_NOT_HERE'],
    ['group', 'branch', 'LEVEL_NOT_HERE'],
    ['generalBranch', 'committee', 'LEVEL_NOT_HERE'],
    ['committee', 'county', 'LEVEL_NOT_HERE'],
  ])('a %s below a %s: %s', (level, target, code) =>
    expect(codeOf(decideMove({ unit: unit(level), target: unit(target), isNameTaken: false, waiting: nothingWaits }))).toBe(code),
  )

  it.each([
    [closed, {}, false, 'UNIT_CLOSED'],
    [{}, closed, false, 'PARENT_CLOSED'],
    [{}, {}, true, 'NAME_TAKEN'],
  ])('a branch %j below a committee %j, its name taken there: %s → %s', (own, theirs, isNameTaken, code) =>
    expect(codeOf(decideMove({ unit: unit('branch', own), target: unit('committee', theirs), isNameTaken, waiting: nothingWaits }))).toBe(
      code,
    ),
  )

  it.each([
    [{ hasHandIn: true }, '上缴的党费还没点收完'],
    [{ hasHardship: true }, '报的困难减免还没批'],
    [{ hasHandIn: true, hasHardship: true }, '上缴的党费还没点收完'],
  ])('a branch of which %j waits at the committee it leaves stays: %s', (over, what) =>
    expect(
      decideMove({
        ...{ unit: unit('branch', { name: '示范村支部' }), target: unit('committee'), isNameTaken: false },
        waiting: { ...nothingWaits, ...over },
      }),
    ).toMatchObject({ code: 'DUES_WAIT', words: { name: '示范村支部', what } }),
  )
})

describe('renaming and closing', () => {
  it.each([
    ['一组', '一组', true, undefined],
    ['一组', '二组', false, undefined],
    ['一组', '二组', true, 'NAME_TAKEN'],
  ])('%s becomes %s, which is held: %s → %s', (was, name, isNameTaken, code) =>
    expect(codeOf(decideRename({ unit: unit('group', { name: was }), name, isNameTaken }))).toBe(code),
  )

  it('what is closed keeps its name', () =>
    expect(codeOf(decideRename({ unit: unit('group', closed), name: '二组', isNameTaken: false }))).toBe('UNIT_CLOSED'))

  it.each([
    [0, 0, undefined],
    [1, 0, 'HAS_MEMBERS'],
    [0, 1, 'HAS_UNITS'],
    [2, 3, 'HAS_MEMBERS'],
  ])('with %i members and %i units: %s', (memberCount, unitCount, code) =>
    expect(codeOf(decideClose({ unit: unit('branch'), memberCount, unitCount, dues: settled }))).toBe(code),
  )

  it.each([
    [{ inHandFen: 50, openDays: 1 }, '手里还有 0.50 元党费'],
    [{ inHandFen: -1250 }, '的党费账差 12.50 元'],
    [{ openDays: 2 }, '的党费还有 2 天没关账'],
    [{ hasHandIn: true }, '上缴的党费还没点收完'],
  ])('a branch with %j stays: %s', (over, what) =>
    expect(
      decideClose({ unit: unit('branch', { name: '示范村支部' }), memberCount: 0, unitCount: 0, dues: { ...settled, ...over } }),
    ).toMatchObject({ code: 'HOLDS_DUES', words: { name: '示范村支部', what } }),
  )

  it('money goes before the members who hand it up', () =>
    expect(codeOf(decideClose({ unit: unit('branch'), memberCount: 2, unitCount: 0, dues: { ...settled, inHandFen: 50 } }))).toBe(
      'HOLDS_DUES',
    ))
})

describe('who shapes what', () => {
  const county = { unitId: 'county' }
  const town = { unitId: 't1', parentId: 'county', committeeId: 't1' }
  const general = { unitId: 'g1', parentId: 't1', committeeId: 't1' }
  const branch = { unitId: 'b1', parentId: 'g1', committeeId: 't1', branchId: 'b1' }
  const seat = (role: Role, unitId: string) => [{ role, unitId }]

  it.each([
    ['the county, a town', seat('countyAdmin', 'county'), county, 'committee', true],
    ['the county, a group', seat('countyAdmin', 'county'), branch, 'group', false],
    ['the town, a general branch of its own', seat('townOfficer', 't1'), town, 'generalBranch', true],
    ['the town, a branch below its general branch', seat('townOfficer', 't1'), general, 'branch', true],
    ['the town, another town', seat('townOfficer', 't1'), county, 'committee', false],
    ['another town, a general branch here', seat('townOfficer', 't2'), town, 'generalBranch', false],
    ['the secretary, a group', seat('secretary', 'b1'), branch, 'group', true],
    ['the secretary, the own branch', seat('secretary', 'b1'), general, 'branch', false],
    ['another secretary, a group here', seat('secretary', 'b2'), branch, 'group', false],
    ['the secretary of the general branch, a group below it', seat('secretary', 'g1'), branch, 'group', false],
    ['a group leader, a group', seat('groupLeader', 'x'), branch, 'group', false],
  ] as const)('%s', (_, seats, parent, level, may) => expect(mayShape(seats, parent, level)).toBe(may))

  it('a seat in a branch reaches nothing above it', () => {
    expect(reaches({ unitId: 'b1' }, general)).toBe(false)
    expect(reaches({ unitId: 'b1' }, town)).toBe(false)
  })
})
