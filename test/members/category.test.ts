/** The six categories: decided by somebody, looked at again, kept for good, and shown to officers alone. */
import { categoryOn, decideCategory } from '#shared/members/rules'
import { dataOf, newVillage, type Village } from '../village/village'

const elderly = { kind: 'elderly', since: '2026-11-01', recheckOn: '2027-11-01' } as const
const correction = { ...elderly, kind: 'underCorrection', decision: '镇党委第十二号决定', until: '2026-12-31' } as const

describe('deciding a category', () => {
  it.each([
    [elderly, true],
    [correction, true],
    [{ ...elderly, recheckOn: '2026-11-01' }, 'RECHECK_BEFORE'],
    [{ ...elderly, since: '2026-02-30' }, 'NO_SUCH_DAY'],
    [{ ...elderly, kind: 'underCorrection', until: '2026-12-31' }, 'DECISION_NEEDED'],
    [{ ...elderly, kind: 'underCorrection', decision: '镇党委' }, 'DECISION_NEEDED'],
    [{ ...correction, until: '2026-11-01' }, 'ENDS_BEFORE'],
  ] as const)('%j', (wanted, outcome) => {
    expect(decideCategory(wanted)).toMatchObject(outcome === true ? { ok: true } : { ok: false, code: outcome })
  })

  it('ends by itself after its last day', () => {
    expect(categoryOn(correction, '2026-12-31')).toBe(correction)
    expect(categoryOn(correction, '2027-01-01')).toBeUndefined()
  })
})

describe('the category of a member', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  it('says who decided, keeps every decision, and is no business of the group leader', async () => {
    const { memberId } = village.person('张大爷')
    const officer = village.as('老王').members
    dataOf(await officer.setCategory({ memberId, version: 1, category: elderly }))
    village.clock.forward(60_000)
    dataOf(await officer.setCategory({ memberId, version: 2, category: correction }))
    village.clock.forward(60_000)
    const { record } = dataOf(await officer.get({ memberId }))
    expect(record).toMatchObject({
      category: { ...correction, decidedBy: '王志强' },
      history: [
        { by: '王志强', category: correction },
        { by: '王志强', category: elderly },
      ],
    })
    dataOf(await officer.setCategory({ memberId, version: 3 }))
    const after = dataOf(await officer.get({ memberId }))
    expect(after.record).not.toHaveProperty('category')
    expect(after.record?.history).toHaveLength(3)
    expect(dataOf(await village.as('徐大勇').members.get({ memberId }))).not.toHaveProperty('record')
  })
})
