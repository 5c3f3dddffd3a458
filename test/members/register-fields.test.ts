/** Birth month, sex and education: only where the county asks for them, and only for the branch's officers. */
import { birthMonthIn } from '#shared/members/birth-month'
import { decideRegister } from '#shared/members/rules'
import { dataOf, newVillage, type Village } from '../village/village'

describe('register fields', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const memberId = () => village.person('张大爷').memberId
  const officer = () => village.as('老王').members
  const seen = async () => dataOf(await officer().get({ memberId: memberId() }))
  const edit = async (changes: object) => officer().update({ memberId: memberId(), version: (await seen()).version, ...changes })
  const turn = async (isOn: boolean) =>
    dataOf(await village.as('沈文').systems.turn({ system: 'registerFields', isOn, since: '2026-11-25', document: '青组发〔2026〕5号' }))
  const all = { birthMonth: '1956-03', sex: 'male', education: 'juniorMiddle' } as const

  it('are not there until the county turns them on, and nothing is stored', async () => {
    expect((await seen()).record).not.toHaveProperty('register')
    for (const [field, value] of Object.entries(all)) {
      expect(await edit({ [field]: value })).toMatchObject({ code: 'NOT_ON', message: '县里没有开通这几项，填了也存不下' })
      expect(await edit({ [field]: null })).toMatchObject({ code: 'NOT_ON' })
    }
    dataOf(await edit({ participation: 'byPhone' }))
    await turn(true)
    expect((await seen()).record?.register).toEqual({})
  })

  it('are filled in, kept by other edits, and emptied one by one', async () => {
    await turn(true)
    dataOf(await edit(all))
    dataOf(await edit({ participation: 'homeStudy' }))
    expect((await seen()).record?.register).toEqual(all)
    dataOf(await edit({ sex: null }))
    expect((await seen()).record?.register).toEqual({ birthMonth: '1956-03', education: 'juniorMiddle' })
    dataOf(await edit({ birthMonth: null, education: null }))
    expect((await seen()).record?.register).toEqual({})
  })

  it('stay stored while they are off, unseen and untouched by other edits', async () => {
    await turn(true)
    dataOf(await edit(all))
    await turn(false)
    expect((await seen()).record).not.toHaveProperty('register')
    dataOf(await edit({ joinedOn: '1990-07-01' }))
    const { version } = await seen()
    const category = { kind: 'elderly', since: '2026-11-01', recheckOn: '2027-11-01' } as const
    dataOf(await officer().setCategory({ memberId: memberId(), version, category }))
    await turn(true)
    expect((await seen()).record?.register).toEqual(all)
  })

  it('are nothing a group leader sees or writes', async () => {
    await turn(true)
    dataOf(await edit(all))
    const leader = village.as('徐大勇').members
    expect(JSON.stringify(await leader.get({ memberId: memberId() }))).not.toMatch(/register|1956|juniorMiddle/)
    expect(await leader.update({ memberId: memberId(), version: 2, sex: null })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('go with the member who leaves', async () => {
    await turn(true)
    dataOf(await edit(all))
    dataOf(await officer().remove({ memberId: memberId(), version: 2, reason: 'moved' }))
    const everywhere = { all: true, branchIds: [], groups: [], memberIds: [], assigneeIds: [] }
    const former = await village.house.stores.members.findFormer(everywhere, [memberId()])
    expect(former).toHaveLength(1)
    expect(JSON.stringify(former)).not.toMatch(/1956|juniorMiddle/)
  })

  it.each([{ birthMonth: '1956-13' }, { birthMonth: '195603' }, { sex: '男' }, { education: '小学' }])('cannot be %j', async (changes) => {
    await turn(true)
    expect(await edit(changes)).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('a month of birth', () => {
  const decide = (birthMonth: string | null | undefined, isOn = true) => decideRegister({ birthMonth, isOn, thisMonth: '2026-11' })

  it.each([undefined, null, '1900-01', '1956-03', '2026-11'])('may be %s', (month) => expect(decide(month).ok).toBe(true))

  it.each(['2026-12', '1899-12', '0956-03'])('is none people have: %s', (month) =>
    expect(decide(month)).toMatchObject({ code: 'NO_SUCH_DAY' }),
  )

  it.each([undefined, '1956-03', '2026-12'])('is not asked for while it is off: %s', (month) =>
    expect(decide(month, false)).toMatchObject({ code: 'NOT_ON' }),
  )

  it.each(['195603', '1956-03', '1956-3', '1956.3', '1956年3月', ' 1956 03 ', '1956年03'])('is read as it is typed: %p', (typed) =>
    expect(birthMonthIn(typed)).toBe('1956-03'),
  )

  it.each(['', '1956', '19563', '195613', '195600', '1956-', '1956-3-1', '19560301', '五六年'])('cannot be read in %p', (typed) =>
    expect(birthMonthIn(typed)).toBeUndefined(),
  )
})
