/** A branch that is put elsewhere or closed takes no dues with it, and leaves none waiting where nobody looks any more. */
import { hourMs } from '#shared/kernel/day'
import { countyId } from '#shared/organisation/ids'
import { handUpDues } from '../dues/handing-up'
import { type Api, dataOf, newVillage, type Village } from '../village/village'

describe('a branch with dues', () => {
  let village: Village
  let wang: Api
  let sent: Awaited<ReturnType<typeof handUpDues>>
  const day = '2026-11-25'
  const county = () => village.as('沈文').organisation
  const town = () => village.as('方敏').dues

  beforeEach(async () => {
    village = await newVillage()
    wang = village.as('老王')
    const checker = { memberId: village.person('刘桂兰').memberId, api: village.as('刘桂兰') }
    sent = await handUpDues({ secretary: wang, payerId: village.person('张大爷').memberId, checker, day })
  })
  afterEach(() => village.close())

  const elsewhere = async () => dataOf(await county().createUnit({ level: 'committee', parentId: countyId, name: '平山镇党委' })).unitId
  const moveTo = (parentId: string) => county().moveUnit({ unitId: village.branchId, parentId })
  const close = () => county().closeUnit({ unitId: village.branchId })
  const receive = async (fen = 50) => dataOf(await town().receiveHandIn({ lineId: sent.lineId, fen, note: '少了一张' }))
  const takeBack = async () => dataOf(await wang.dues.reverseLine({ lineId: sent.lineId, purpose: '送错了' }))
  const decide = async () => dataOf(await town().decideHardship({ hardshipId: sent.hardshipId }))
  const handIn = () => wang.dues.handIn({ through: day, sumFen: 50, on: day, carrier: '送的人', way: 'cash' })
  const askAgain = () =>
    wang.dues.requestHardship({ memberId: village.person('刘桂兰').memberId, from: '2026-11', to: '2026-12', monthlyFen: 0, metOn: day })
  const turnDues = async (isOn: boolean) =>
    dataOf(await village.as('沈文').systems.turn({ system: 'dues', isOn, since: day, document: '青组发〔2026〕3号' }))
  const held = (what: string) => ({ code: 'HOLDS_DUES', message: `“示范村支部”${what}，请先结清再撤` })
  const waits = (what: string) => ({ code: 'DUES_WAIT', message: `“示范村支部”${what}，请等镇里办完再搬` })

  /** All members leave, and the office with them: it goes to somebody next door. */
  async function empty(): Promise<Api> {
    const to = { personId: village.person('范玉梅').personId }
    dataOf(await village.as('沈文').roles.handOver({ unitId: village.branchId, to, claimsToo: true }))
    // The phone came by the code of another branch's secretary: the new office needs one from above.
    const { api } = await village.claim('范玉梅', '沈文')
    const { members, organisation, roles } = api
    const leaders = dataOf(await roles.list({ unitId: village.branchId, limit: 100 })).rows.filter(({ role }) => role === 'groupLeader')
    for (const { grantId } of leaders) dataOf(await roles.revoke({ grantId }))
    for (const { memberId } of dataOf(await members.list({ limit: 100 })).rows) {
      const { version } = dataOf(await members.get({ memberId }))
      dataOf(await members.remove({ memberId, version, reason: 'moved' }))
    }
    const groups = dataOf(await organisation.listUnits({ parentId: village.branchId, limit: 100 })).rows
    for (const { unitId } of groups) dataOf(await organisation.closeUnit({ unitId }))
    return api
  }

  it('goes to another committee when this one has received its money and decided what it asked', async () => {
    const parentId = await elsewhere()
    expect(await moveTo(parentId)).toMatchObject(waits('上缴的党费还没点收完'))
    await receive(40)
    expect(await moveTo(parentId)).toMatchObject(waits('上缴的党费还没点收完'))
    await receive()
    expect(await moveTo(parentId)).toMatchObject(waits('报的困难减免还没批'))
    await decide()
    expect(await moveTo(parentId)).toMatchObject({ ok: true })
  })

  it('goes when it has taken its money back: that goes with it, and up from where it is', async () => {
    const parentId = await elsewhere()
    await decide()
    await takeBack()
    dataOf(await moveTo(parentId))
    dataOf(await handIn())
    expect(dataOf(await town().listHandIns({})).rows).toEqual([])
  })

  it('changes its place below the same committee as it likes, and the branch next door goes anywhere', async () => {
    const general = { level: 'generalBranch', parentId: village.committeeId, name: '河东总支' } as const
    dataOf(await moveTo(dataOf(await county().createUnit(general)).unitId))
    dataOf(await moveTo(village.committeeId))
    dataOf(await county().moveUnit({ unitId: village.nextDoorId, parentId: await elsewhere() }))
  })

  it('is closed when nothing of its dues is open, and nobody is left', async () => {
    expect(await close()).toMatchObject(held('上缴的党费还没点收完'))
    await takeBack()
    expect(await close()).toMatchObject(held('手里还有 0.50 元党费'))
    const { lineId } = dataOf(await handIn())
    dataOf(await town().receiveHandIn({ lineId, fen: 50 }))
    expect(await close()).toMatchObject({ code: 'HAS_MEMBERS' })
    dataOf(await wang.dues.recordLine({ kind: 'givenBack', fen: 20, on: day, purpose: '上级返还' }))
    expect(await close()).toMatchObject(held('手里还有 0.20 元党费'))
    dataOf(await wang.dues.recordLine({ kind: 'used', fen: 20, on: day, purpose: '买党报，支委会定的' }))
    await empty()
    expect(await close()).toMatchObject({ ok: true })
  })

  it('is not closed over a day that two have not closed, though the day came to nothing', async () => {
    await receive()
    // By steps short enough that officers stay known on their phones.
    for (const _ of ['by day', 'by night']) {
      village.clock.forward(11 * hourMs)
      dataOf(await wang.dues.getBook({}))
      dataOf(await county().getUnit({ unitId: village.branchId }))
    }
    const paying = { memberId: village.person('张大爷').memberId, months: ['2026-12'], dueFen: 50, day: '2026-11-26' }
    const { entryId } = dataOf(await wang.dues.recordPayment({ ...paying, way: 'cash', payer: { kind: 'self' } }))
    dataOf(await wang.dues.reverse({ entryId, reason: 'wrongPerson' }))
    expect(await close()).toMatchObject(held('的党费还有 1 天没关账'))
    const seen = { day: '2026-11-26', count: 2, sumFen: 0 }
    dataOf(await wang.dues.countDay(seen))
    dataOf(await village.as('刘桂兰').dues.checkDay(seen))
    expect(await close()).toMatchObject({ code: 'HAS_MEMBERS' })
  })

  it('says nothing of dues that the county has turned off, but of money in hand', async () => {
    await turnDues(false)
    expect(await close()).toMatchObject({ code: 'HAS_MEMBERS' })
    await turnDues(true)
    await takeBack()
    await turnDues(false)
    expect(await close()).toMatchObject(held('手里还有 0.50 元党费'))
    dataOf(await moveTo(await elsewhere()))
  })

  it.each([
    ['money was sent up', handIn],
    ['something was asked', askAgain],
  ])('stays where it is when %s while it was being moved', async (_, meanwhile) => {
    const parentId = await elsewhere()
    await decide()
    await takeBack()
    dataOf(await wang.dues.approve({ memberId: village.person('刘桂兰').memberId, from: '2026-11', kind: 'farmer', monthlyFen: 50 }))
    const { organisation } = village.house.stores
    const { listGroups } = organisation
    jest.spyOn(organisation, 'listGroups').mockImplementationOnce(async (...asked) => {
      dataOf<unknown>(await meanwhile())
      return listGroups(...asked)
    })
    expect(await moveTo(parentId)).toMatchObject({ code: 'BUSY' })
    expect(await moveTo(parentId)).toMatchObject({ code: 'DUES_WAIT' })
  })

  it('stays open when money came in while it was being closed', async () => {
    await receive()
    const successor = await empty()
    const { organisation } = village.house.stores
    const { grantsOfPerson } = organisation
    const given = { kind: 'givenBack', fen: 20, on: day, purpose: '上级返还' } as const
    jest.spyOn(organisation, 'grantsOfPerson').mockImplementationOnce(async (...asked) => {
      dataOf(await successor.dues.recordLine(given))
      return grantsOfPerson(...asked)
    })
    expect(await close()).toMatchObject({ code: 'BUSY' })
    expect(await close()).toMatchObject(held('手里还有 0.20 元党费'))
  })
})
