/** What a device may do is written on the device: it follows the person's rights, and what the device itself knows stays. */
import { dayMs } from '#shared/kernel/day'
import { bindDevice, rewriteDevices } from '../../cloudfunctions/claims/binding'
import { actors } from '../../cloudfunctions/runtime/identity'
import { dataOf, newVillage, type Village } from '../village/village'

describe('the devices of whoever gains or loses a right', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())
  const personId = (name: string) => village.person(name).personId
  const known = async (device: string) => (await village.db.get(actors, device))?.persons[0]

  /** A phone in WeChat, whose sessions have no end of their own. */
  async function bindWeapp(
    name: string,
    device: string,
    grants: Awaited<ReturnType<Village['house']['stores']['organisation']['grantsOfPerson']>>,
  ) {
    const { members } = village.house.stores
    const made = { action: 'test', by: 'nobody', at: village.clock.now(), requestId: 'bound-here', via: 'weapp', inputHash: '' }
    await village.db.transact(async (tx) => {
      const person = await members.getPerson(tx, personId(name))
      if (person === undefined) throw new Error(`${name} is nobody`)
      const toldBy = [[{ role: 'secretary' as const, unitId: village.branchId }]]
      await bindDevice(tx, members, { made, device, person, grants, toldBy })
    })
  }

  it('a right given or taken back before the binding commits is what the new device knows', async () => {
    const { organisation } = village.house.stores
    const to = { personId: personId('张大爷') }
    const { grantId } = dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'organisationOfficer', to }))
    const found = await organisation.grantsOfPerson(to.personId)
    dataOf(await village.as('老王').roles.revoke({ grantId }))
    await bindWeapp('张大爷', 'a-second-phone', found)
    expect((await known('a-second-phone'))?.grants.map(({ role }) => role)).toEqual(['member'])
    dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'disciplineOfficer', to }))
    await bindWeapp('张大爷', 'a-third-phone', found)
    expect((await known('a-third-phone'))?.grants.map(({ role }) => role)).toEqual(['member', 'disciplineOfficer'])
  })

  it('a phone in WeChat gains the right and keeps a session without an end', async () => {
    await bindWeapp('张大爷', 'in-wechat', [])
    const to = { personId: personId('张大爷') }
    dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'organisationOfficer', to }))
    const there = await known('in-wechat')
    expect(there?.grants.map(({ role }) => role)).toEqual(['member', 'organisationOfficer'])
    expect(there?.expiresAt).toBeUndefined()
  })

  it('others on the same device stay as they are', async () => {
    const phone = village.browser('张大爷')
    const { code } = dataOf(await village.as('老王').claims.issue({ personId: personId('赵大娘') }))
    dataOf(await phone.api.claims.bind({ code }))
    const before = (await village.db.get(actors, phone.caller.device ?? ''))?.persons
    dataOf(await village.as('老王').roles.grant({ unitId: village.branchId, role: 'liaison', to: { personId: personId('赵大娘') } }))
    const after = (await village.db.get(actors, phone.caller.device ?? ''))?.persons
    expect(after?.[0]).toEqual(before?.[0])
    expect(after?.[1]).toMatchObject({ name: '赵玉珍', expiresAt: before?.[1]?.expiresAt, bound: before?.[1]?.bound })
  })

  it('a member moved out of a group is known there no more', async () => {
    const device = village.browser('张大爷').caller.device ?? ''
    const { members } = village.house.stores
    await village.db.transact(async (tx) => {
      const person = await members.getPerson(tx, personId('张大爷'))
      if (person === undefined) throw new Error('nobody')
      const { groupId: _, ...ungrouped } = person
      await rewriteDevices(tx, ungrouped, [], village.clock.now() + dayMs)
    })
    const now = await known(device)
    expect(now?.groupId).toBeUndefined()
    expect(now?.grants).toMatchObject([{ role: 'member', unitId: village.branchId, level: 'branch' }])
  })
})
