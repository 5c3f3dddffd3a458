/** What an instance remembers of its reading, and what it must not say from memory. */
import type { Database } from '../../cloudfunctions/runtime/database'
import { actors, type DeviceActors, findActor, type KnownPerson } from '../../cloudfunctions/runtime/identity'
import { openRecent } from '../../cloudfunctions/runtime/recent'
import { closeStores, openStore } from '../database/embedded-side'
import { StillClock } from '../village/village'

const memoryMs = 60_000
const start = 1_795_000_000_000
const made = { action: 'claims.bind', by: 'p', at: start, requestId: 'r', via: 'h5', inputHash: '' }
const member = { role: 'member', unitId: 'b1', level: 'branch', branchId: 'b1' } as const
const secretary = { ...member, role: 'secretary' } as const

const person = (personId: string, over: Partial<KnownPerson> = {}): KnownPerson => ({ personId, name: personId, grants: [member], ...over })
const device = (...persons: readonly KnownPerson[]): DeviceActors => ({ _id: 'd1', v: 1, made, persons })

let db: Database
let clock: StillClock
let reads: jest.SpyInstance

beforeEach(() => {
  db = openStore({ collections: [actors] })
  clock = new StillClock(start)
  reads = jest.spyOn(db, 'get')
})
afterEach(closeStores)

const put = (...documents: readonly DeviceActors[]) =>
  db.transact(async (tx) => {
    for (const document of documents) await tx.put(actors, document)
  })
const open = (ms = memoryMs) => openRecent(db, actors, clock, ms)

describe('documents read a moment ago', () => {
  it('are read once in the time they are remembered, and again after it', async () => {
    await put(device(person('p1')))
    const devices = open()
    expect(await devices.get('d1')).toEqual(device(person('p1')))
    clock.forward(memoryMs - 1)
    expect(await devices.get('d1')).toEqual(device(person('p1')))
    expect(reads).toHaveBeenCalledTimes(1)
    clock.forward(1)
    await devices.get('d1')
    expect(reads).toHaveBeenCalledTimes(2)
  })

  it('are remembered from the asking, not from the answer, nor from the last use', async () => {
    await put(device())
    const devices = open()
    reads.mockImplementationOnce(async () => {
      clock.forward(memoryMs)
      return device()
    })
    await devices.get('d1')
    await devices.get('d1')
    expect(reads).toHaveBeenCalledTimes(2)
  })

  it('are never remembered as absent', async () => {
    const devices = open()
    expect(await devices.get('d1')).toBeUndefined()
    await put(device(person('p1')))
    expect(await devices.get('d1')).toEqual(device(person('p1')))
  })

  it('are read anew when the remembered one does not serve, and forgotten when it is gone', async () => {
    await put(device())
    const devices = open()
    const serves = ({ persons }: DeviceActors) => persons.length > 0
    await devices.get('d1')
    await put(device(person('p1')))
    expect(await devices.get('d1', serves)).toEqual(device(person('p1')))
    await db.transact((tx) => tx.remove(actors, 'd1'))
    expect(await devices.fresh('d1')).toBeUndefined()
    expect(await devices.get('d1')).toBeUndefined()
  })

  it('are forgotten by who wrote them, even while an older answer is on its way', async () => {
    await put(device())
    const devices = open()
    let answer = (_: DeviceActors) => {}
    reads.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const asked = devices.get('d1')
    await put(device(person('p1')))
    devices.forget('d1')
    answer(device())
    expect(await asked).toEqual(device())
    expect(await devices.get('d1')).toEqual(device(person('p1')))
  })

  it('are a bounded number: those not used for longest go', async () => {
    const ids = Array.from({ length: 501 }, (_, place) => `d${place}`)
    await put(...ids.map((_id) => ({ ...device(), _id })))
    const devices = open()
    for (const id of ids.slice(0, 500)) await devices.get(id)
    await devices.get('d0')
    await devices.get('d500')
    expect(reads).toHaveBeenCalledTimes(501)
    await devices.get('d0')
    expect(reads).toHaveBeenCalledTimes(501)
    await devices.get('d1')
    expect(reads).toHaveBeenCalledTimes(502)
  })

  it('are not remembered at all on one machine', async () => {
    await put(device())
    const devices = open(0)
    await devices.get('d1')
    await devices.get('d1')
    expect(reads).toHaveBeenCalledTimes(2)
  })
})

describe('who is asking, where devices are remembered', () => {
  const asking = (as?: string) => ({ caller: { device: 'd1', address: '127.0.0.1', via: 'h5' }, as, now: clock.now() })
  const anything = () => true
  const isSecretary = ({ grants }: Pick<KnownPerson, 'grants'>) => grants.some(({ role }) => role === 'secretary')

  it('a person made known elsewhere is found at once', async () => {
    await put(device(person('p1')))
    const devices = open()
    await findActor({ db, devices }, asking('p1'), anything)
    await put(device(person('p1'), person('p2')))
    expect(await findActor({ db, devices }, asking('p2'), anything)).toMatchObject({ personId: 'p2' })
  })

  it('a right given elsewhere is found at once', async () => {
    await put(device(person('p1')))
    const devices = open()
    expect(isSecretary((await findActor({ db, devices }, asking(), anything)) ?? person('nobody'))).toBe(false)
    await put(device(person('p1', { grants: [secretary] })))
    expect(await findActor({ db, devices }, asking(), isSecretary)).toMatchObject({ grants: [secretary] })
  })

  it('a right taken away elsewhere ends within the minute', async () => {
    await put(device(person('p1', { grants: [secretary] })))
    const devices = open()
    const stillActs = async () => isSecretary((await findActor({ db, devices }, asking(), isSecretary)) ?? person('nobody'))
    await stillActs()
    await put(device(person('p1')))
    clock.forward(memoryMs - 1)
    expect(await stillActs()).toBe(true)
    clock.forward(1)
    expect(await stillActs()).toBe(false)
  })

  it('a session that ran out in memory but was prolonged elsewhere goes on', async () => {
    await put(device(person('p1', { expiresAt: start + 1000 })))
    const devices = open()
    await findActor({ db, devices }, asking(), anything)
    await put(device(person('p1', { expiresAt: start + 90 * 86_400_000 })))
    clock.forward(1000)
    expect(await findActor({ db, devices }, asking(), anything)).toMatchObject({ personId: 'p1' })
  })

  it('a session is prolonged once, not again by what is remembered', async () => {
    await put(device(person('p1', { expiresAt: start + 1000 })))
    const devices = open()
    const writes = jest.spyOn(db, 'transact')
    for (let call = 0; call < 3; call += 1) await findActor({ db, devices }, asking(), anything)
    expect(writes).toHaveBeenCalledTimes(1)
    expect((await db.get(actors, 'd1'))?.persons[0]?.expiresAt).toBe(start + 90 * 86_400_000)
  })

  it('whoever may not is refused after one reading where nothing was remembered', async () => {
    await put(device(person('p1')))
    await findActor({ db, devices: open() }, asking(), isSecretary)
    expect(reads).toHaveBeenCalledTimes(1)
  })
})
