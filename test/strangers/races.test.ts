/** What two do in one moment, on both sides of the database: whatever the order, what is known on phones is what was written. */
import type { RoleGrant } from '#shared/organisation/model'
import { actors } from '../../cloudfunctions/runtime/identity'
import { often, patienceMs } from '../setup/often'
import { type Api, apiOf, dataOf } from '../village/village'
import { type County, newcomer, openCounty, sides } from './county'

const rounds = often(2, 60)
const roles = ['shopkeeper', 'disciplineOfficer', 'organisationOfficer', 'liaison'] as const

/** In the cloud one of several who meet may be told that it is busy: asking again is what people do. */
async function untilHeard<Reply extends { readonly ok: boolean; readonly code?: string }>(ask: () => Promise<Reply>): Promise<Reply> {
  for (let turn = 0; turn < 20; turn += 1) {
    const reply = await ask()
    if (reply.ok || reply.code !== 'BUSY') return reply
  }
  throw new Error('still busy when asked for the twentieth time')
}

describe.each(sides)('in one moment, %s', (_, open) => {
  let county: County
  let admin: Api
  let secretary: Api
  let nextDoor: Api
  let branchId: string
  let serial = 0

  beforeAll(async () => {
    county = await openCounty(open)
    admin = browser()
    dataOf(await admin.claims.bind({ code: county.code }))
    const first = await found({ name: '清溪镇', officerName: '方敏' }, '示范村支部')
    branchId = first.branchId
    secretary = await letIn(admin, first.secretary.personId)
    const second = await found({ committeeId: first.committeeId }, '柳树村支部')
    nextDoor = await letIn(admin, second.secretary.personId)
  })
  afterAll(() => county.end())

  const browser = (caller = newcomer('203.0.113.9')): Api => apiOf((body) => county.house.serve(body, caller))
  const found = async (committee: Parameters<Api['organisation']['foundBranch']>[0]['committee'], name: string) =>
    dataOf(await admin.organisation.foundBranch({ committee, name, members: [{ name: '周一', post: 'secretary' }] }))
  const letIn = async (issuer: Api, personId: string): Promise<Api> => {
    const phone = browser()
    dataOf(await phone.claims.bind({ code: dataOf(await issuer.claims.issue({ personId })).code }))
    return phone
  }
  const arrive = async () => {
    serial += 1
    return dataOf(await secretary.members.add({ name: `新${String.fromCodePoint(0x4e00 + serial)}`, membership: 'full' }))
  }
  const heldBy = async (personId: string): Promise<readonly RoleGrant[]> =>
    (await county.house.stores.organisation.grantsOfPerson(personId)).filter(({ until }) => until === undefined)

  /** What a phone may do is what stands in the store. */
  async function phonesKnow(personId: string): Promise<void> {
    const person = await county.house.stores.members.findOwn({ personId })
    const granted = (await heldBy(personId)).map(({ role }) => role).sort()
    expect([...(person?.grantIds ?? [])].sort()).toEqual((await heldBy(personId)).map(({ _id }) => _id).sort())
    for (const device of person?.devices ?? []) {
      const known = (await county.db.get(actors, device))?.persons.find((one) => one.personId === personId)
      expect(known?.grants.flatMap(({ role }) => (role === 'member' ? [] : [role])).sort()).toEqual(granted)
    }
  }

  it(
    'offices given to one person all reach the phone, and those taken back all go',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { personId } = await arrive()
        await letIn(secretary, personId)
        const to = { personId }
        const given = await Promise.all(roles.map((role) => untilHeard(() => secretary.roles.grant({ unitId: branchId, role, to }))))
        expect(await heldBy(personId)).toHaveLength(roles.length)
        await phonesKnow(personId)
        const [first, second, ...rest] = given.map((reply) => dataOf(reply).grantId)
        await Promise.all([
          ...[first, second].map((grantId = '') => untilHeard(() => secretary.roles.revoke({ grantId }))),
          letIn(secretary, personId),
        ])
        expect((await heldBy(personId)).map(({ _id }) => _id).sort()).toEqual(rest.sort())
        await phonesKnow(personId)
      }
    },
    patienceMs,
  )

  it(
    'an office from above and a phone let in from below do not meet in one hand',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { personId } = await arrive()
        const { code } = dataOf(await secretary.claims.issue({ personId }))
        const caller = newcomer('203.0.113.9')
        const unitId = dataOf(await admin.organisation.listCommittees({})).rows[0]?.committeeId ?? ''
        await Promise.all([
          untilHeard(() => browser(caller).claims.bind({ code })),
          untilHeard(() => admin.roles.grant({ unitId, role: 'townOfficer', to: { personId } })),
        ])
        expect((await heldBy(personId)).map(({ role }) => role)).toEqual(['townOfficer'])
        const persons = dataOf(await browser(caller).session.who({})).persons
        expect(persons.flatMap((person) => person.roles.map(({ role }) => role))).not.toContain('townOfficer')
        await phonesKnow(personId)
      }
    },
    patienceMs,
  )

  it(
    'one code makes one phone known, and one person stands on one roster',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { personId } = await arrive()
        const { code } = dataOf(await secretary.claims.issue({ personId }))
        const binds = await Promise.all(Array.from({ length: 4 }, () => untilHeard(() => browser().claims.bind({ code }))))
        expect(binds.filter(({ ok }) => ok)).toHaveLength(1)
        expect((await county.house.stores.members.findOwn({ personId }))?.devices).toHaveLength(1)
        const twin = { name: '同一位', phone: `139${String(10_000_000 + round)}`, membership: 'full', isNamesake: true } as const
        const adds = await Promise.all([secretary, nextDoor].map((who) => untilHeard(() => who.members.add(twin))))
        expect(adds.filter(({ ok }) => ok)).toHaveLength(1)
      }
    },
    patienceMs,
  )
})
