/**
 * The network fails at every step of a call, in every way: after asking again under the same request id the call has happened
 * exactly once. Enumerated, not drawn: each (round trip × fault) of what the wire really carried.
 */
import { commonRefusals } from '#shared/kernel/contract'
import type { Fault } from '../database/wire'
import { type CloudStage, instanceOf, openCloudStage, openIdOf, type Phone, phoneOf, remember } from '../doors/cloud-stage'
import { dataOf } from '../village/village'

const faults: readonly Fault[] = ['lost before', 'lost after', 'delayed', 'duplicated', 'truncated', 'conflict', 'fails']

let stage: CloudStage
beforeAll(async () => {
  stage = await openCloudStage()
})
afterAll(() => stage.end())

type Ask = () => Promise<{ readonly ok: boolean; readonly code?: string; readonly message?: string; readonly repeated?: true }>

const isFailure = (fault: Fault) => ['lost before', 'lost after', 'truncated', 'fails'].includes(fault)

/** Asked until the answer is yes, as the phone does. A no on the way is one of the network, and in plain words. */
async function untilYes(ask: Ask): Promise<number> {
  for (let asked = 1; asked <= 3; asked += 1) {
    const reply = await ask()
    if (reply.ok) return asked
    expect(reply).toEqual({ ok: false, code: reply.code, message: expect.any(String) })
    expect(['UNAVAILABLE', 'BUSY']).toContain(reply.code)
    expect(Object.values(commonRefusals)).toContain(reply.message)
  }
  throw new Error('still no answer when asked for the third time')
}

/** The `place`-th round trip from now on meets the fault; those before go well. */
function goWrongAt(place: number, fault: Fault, trips: readonly string[]): void {
  const action = trips[place]
  const before = trips.slice(0, place).filter((one) => one === action).length
  stage.wire.goWrong(fault, action, 1, before)
}

describe('a check-in', () => {
  const checkIn =
    (phone: Phone, requestId: string): Ask =>
    () =>
      phone.api.themeday.checkIn({ themeDayId: stage.themeDayId, via: 'code' }, { requestId })
  const attendances = () => stage.wire.documents.all('attendances')

  /** An instance that was asked before, so that it remembers whom and what it can. */
  const warmed = async (): Promise<Phone> => {
    const phone = await cold()
    const undo = remember(stage.wire)
    dataOf(await phone.api.themeday.checkIn({ themeDayId: stage.themeDayId, via: 'code' }))
    undo()
    return phone
  }
  let kept: Promise<Phone> | undefined
  const warm = () => {
    kept ??= warmed()
    return kept
  }
  const cold = async (): Promise<Phone> => phoneOf(instanceOf('api'), openIdOf('张建国'))

  it.each([
    { state: 'cold', phone: cold },
    { state: 'warm', phone: warm },
  ])('on a $state instance is one attendance, whatever fails at any step', async ({ phone }) => {
    const undo = remember(stage.wire)
    const first = await phone()
    const { trips } = await stage.cost(checkIn(first, 'request-measured'))
    undo()
    for (const [place, trip] of trips.entries()) {
      for (const fault of faults) {
        const asking = await phone()
        goWrongAt(place, fault, trips)
        const requestId = `request-${place}-${faults.indexOf(fault)}`
        const asked = await untilYes(checkIn(asking, requestId))
        expect([trip, fault, asked]).toEqual([trip, fault, fault === 'delayed' || fault === 'duplicated' ? 1 : 2])
        // And again from another instance, as when the first one was taken away with its answer.
        expect(await checkIn(stage.phone('张建国'), requestId)()).toMatchObject({ ok: true, repeated: true })
        expect(attendances()).toHaveLength(1)
        undo()
      }
    }
    expect(trips.at(-1)).toBe('insertDocument')
  })

  it('sent ten times at once, by instances that know nothing of each other, is one attendance', async () => {
    const undo = remember(stage.wire)
    const phones = [await warm(), await cold(), await cold()] as const
    const answers = await Promise.all(Array.from({ length: 10 }, (_, turn) => checkIn(phones[turn % 3] ?? phones[0], 'request-ten')()))
    expect(answers.filter(({ ok, repeated }) => ok && repeated === undefined)).toHaveLength(1)
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(attendances()).toHaveLength(1)
    undo()
  })
})

describe('a claim', () => {
  const claimed = '宋秋菊'
  let code: string
  beforeAll(async () => {
    code = dataOf(await stage.secretary.api.claims.issue({ personId: stage.personOf(claimed).personId })).code
  })

  const bind =
    (phone: Phone, requestId: string): Ask =>
    () =>
      phone.api.claims.bind({ code }, { requestId })
  const person = () => stage.wire.documents.all('persons').find(({ name }) => name === claimed)
  const devices = () => stage.wire.documents.all('actors').filter((device) => JSON.stringify(device).includes(claimed))

  it('is bound once, whatever fails at any step of its transaction', async () => {
    const undo = remember(stage.wire)
    const main = instanceOf('api')
    const { trips } = await stage.cost(bind(phoneOf(main, openIdOf('measured')), 'request-measured'))
    undo()
    expect(trips).toContain('commitTransaction')
    for (const place of trips.keys()) {
      for (const fault of faults) {
        const phone = phoneOf(main, openIdOf(`${place}/${fault}`))
        goWrongAt(place, fault, trips)
        const asked = await untilYes(bind(phone, `request-${place}`))
        // A conflict is tried again by the function itself, and a delivery that comes twice may be one.
        if (isFailure(fault)) expect([place, fault, asked]).toEqual([place, fault, 2])
        expect(await bind(phone, `request-${place}`)()).toMatchObject({ ok: true, repeated: true })
        expect([place, fault, devices().length]).toEqual([place, fault, 1])
        expect(person()?.devices).toEqual([devices()[0]?._id])
        expect(stage.wire.documents.all('audits').filter((row) => JSON.stringify(row).includes(`request-${place}"`))).toHaveLength(1)
        undo()
      }
    }
  })

  it('five conflicts in a row are waited out; more are BUSY, and asked again it is bound', async () => {
    const undo = remember(stage.wire)
    const main = instanceOf('api')
    stage.wire.goWrong('conflict', 'commitTransaction', 5)
    expect(await bind(phoneOf(main, openIdOf('five')), 'request-five')()).toMatchObject({ ok: true })
    undo()
    stage.wire.goWrong('conflict', 'commitTransaction', 7)
    const phone = phoneOf(main, openIdOf('seven'))
    expect(await bind(phone, 'request-seven')()).toMatchObject({ ok: false, code: 'BUSY', message: commonRefusals.BUSY })
    expect(devices()).toEqual([])
    expect(await bind(phone, 'request-seven')()).toMatchObject({ ok: true })
    expect(devices()).toHaveLength(1)
    undo()
  })

  it('by two phones at once is the first one’s', async () => {
    const undo = remember(stage.wire)
    const phones = ['one', 'other'].map((name) => phoneOf(instanceOf('api'), openIdOf(name)))
    const answers = await Promise.all(phones.map((phone, place) => bind(phone, `request-${place}-race`)()))
    expect(answers.map(({ ok, code: said }) => (ok ? 'bound' : said)).sort()).toEqual(['CODE_USED', 'bound'])
    expect(devices()).toHaveLength(1)
    undo()
  })
})
