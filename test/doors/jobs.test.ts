/** The function `jobs` as it is uploaded: for timers, and for nobody else. */
import { commonRefusals } from '#shared/kernel/contract'
import { hourMs } from '#shared/kernel/day'
import settings from '../../cloudbaserc.json'
import { type CloudStage, calledBy, calledByNobody, calledByTimer, instanceOf, type Main, openCloudStage, openIdOf } from './cloud-stage'

const refusal = { ok: false, code: 'NOT_ALLOWED', message: commonRefusals.NOT_ALLOWED }
const ring = { Type: 'Timer', TriggerName: 'sweepTries', Time: '2026-11-25T02:00:00Z', Message: '' }

let stage: CloudStage
let jobs: Main
beforeAll(async () => {
  stage = await openCloudStage()
  jobs = instanceOf('jobs')
})
afterAll(() => stage.end())

const refusedUntouched = async (event: unknown, context: unknown) => {
  const { trips } = await stage.cost(async () => expect(await jobs(event, context)).toEqual(refusal))
  expect(trips).toEqual([])
}

it.each([
  ['a person', calledBy(openIdOf('王志强'))],
  ['a person who says to be a timer', { environment: JSON.stringify({ WX_OPENID: openIdOf('王志强'), TRIGGER_SRC: 'timer' }) }],
  ['a sign-in of the cloud’s own', { environment: JSON.stringify({ TCB_UUID: 'u1', TRIGGER_SRC: 'timer' }) }],
  ['nobody, over HTTP', calledByNobody],
  ['a ring without its mark', { environment: JSON.stringify({ TRIGGER_SRC: 'wx_client' }) }],
  ['no context', undefined],
])('%s is refused', (_, context) => refusedUntouched(ring, context))

it('a mark left in the process’s environment, or written into the event, is none', async () => {
  process.env.TRIGGER_SRC = 'timer'
  await refusedUntouched({ ...ring, TRIGGER_SRC: 'timer', userInfo: {} }, calledByNobody)
  delete process.env.TRIGGER_SRC
})

it.each(['unknown', '__proto__', 'constructor', 'toString', ''])('a timer called %j has no work', (name) =>
  refusedUntouched({ ...ring, TriggerName: name }, calledByTimer),
)

it.each([
  ['without a name', { Type: 'Timer' }],
  ['that is none', null],
  ['of another form', { TriggerName: ['sweepTries'] }],
])('a ring %s has no work', (_, event) => refusedUntouched(event, calledByTimer))

it('refusals are logged', async () => {
  stage.log.length = 0
  await jobs(ring, calledBy(openIdOf('王志强')))
  expect(JSON.parse(stage.log.join(''))).toMatchObject({ action: 'unknown', outcome: 'NOT_ALLOWED' })
  expect(stage.log.join('')).not.toContain('oCanary_')
})

it('every timer that is set up has its work', async () => {
  const timers = settings.functions.flatMap(({ name, triggers = [] }) => triggers.map((timer) => ({ function: name, timer: timer.name })))
  expect(timers.length).toBeGreaterThan(0)
  for (const one of timers) {
    expect(one.function).toBe('jobs')
    expect(await jobs({ ...ring, TriggerName: one.timer }, calledByTimer)).toEqual({ ok: true, data: {} })
  }
})

describe('the hourly sweep', () => {
  const tries = () => stage.wire.documents.all('tries')
  const guess = () => stage.phone('路人甲').api.claims.look({ code: 'AAAA1111' })

  it('drops the counters of hours gone by and keeps this hour’s', async () => {
    await guess()
    jest.setSystemTime(Date.now() + 2 * hourMs)
    await guess()
    const before = tries().length
    stage.log.length = 0
    expect(await jobs(ring, calledByTimer)).toEqual({ ok: true, data: {} })
    // Each wrong code stands with its phone, with its address and with the whole deployment.
    expect([before, tries().length]).toEqual([6, 3])
    expect(JSON.parse(stage.log.join(''))).toMatchObject({ action: 'jobs.sweepTries', outcome: 'ok' })
    expect((await stage.cost(() => jobs(ring, calledByTimer))).writes).toBe(0)
  })

  it('that fails says so, and the next ring does it', async () => {
    jest.setSystemTime(Date.now() + 2 * hourMs)
    stage.wire.goWrong('lost before', 'commitTransaction')
    stage.log.length = 0
    expect(await jobs(ring, calledByTimer)).toEqual({ ok: false, code: 'UNAVAILABLE', message: commonRefusals.UNAVAILABLE })
    expect(JSON.parse(stage.log.join(''))).toMatchObject({ action: 'jobs.sweepTries', outcome: 'UNAVAILABLE', error: expect.any(String) })
    expect(tries()).toHaveLength(3)
    expect(await jobs(ring, calledByTimer)).toEqual({ ok: true, data: {} })
    expect(tries()).toEqual([])
  })
})
