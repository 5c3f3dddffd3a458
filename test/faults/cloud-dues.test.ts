/**
 * The network fails at every step of a payment, in every way: it ends as one receipt or none, asked again under the same request id as
 * exactly one, and the numbers have no gap. Enumerated, not drawn: each (round trip × fault) of what the wire really carried.
 */
import { collections } from '../../cloudfunctions/doors/house'
import { duesStore } from '../../cloudfunctions/dues/store'
import { openCloudbaseDatabase } from '../../cloudfunctions/runtime/cloudbase-database'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import type { Fault } from '../database/wire'
import { type CloudStage, openCloudStage, remember } from '../doors/cloud-stage'
import { breachesOf } from '../dues/invariants'
import { keepDues } from '../dues/keeping'
import { type Kept, wholeBook } from '../dues/whole-book'
import { dataOf } from '../village/village'

const faults: readonly Fault[] = ['lost before', 'lost after', 'delayed', 'duplicated', 'truncated', 'conflict', 'fails']

/** The day on which the stage's date stands. */
const day = '2026-11-25'

let stage: CloudStage
let kept: Kept
beforeAll(async () => {
  stage = await openCloudStage()
  const { rows } = dataOf(await stage.secretary.api.members.list({ limit: 100 }))
  await keepDues({ secretary: stage.secretary.api, rows }, { startMonth: '2026-10' })
  const db = openCloudbaseDatabase({ collections, pauses: { wait: async () => undefined, jitter: () => 0 } })
  kept = { dues: duesStore(db), branchId: String(stage.wire.documents.all('duesBooks')[0]?._id) }
})
afterAll(() => stage.end())

type Ask = (requestId: string) => Promise<AnyReply>

const pay =
  (name: string, month: string): Ask =>
  (requestId) =>
    stage.secretary.api.dues.recordPayment(
      { memberId: stage.personOf(name).memberId, months: [month], dueFen: 50, day, way: 'cash', payer: { kind: 'self' } },
      { requestId },
    )

const reverse =
  (entryId: string): Ask =>
  (requestId) =>
    stage.secretary.api.dues.reverse({ entryId, reason: 'wrongAmount' }, { requestId })

/** The `place`-th round trip from now on meets the fault; those before go well. */
function goWrongAt(place: number, fault: Fault, trips: readonly string[]): void {
  const action = trips[place]
  const before = trips.slice(0, place).filter((one) => one === action).length
  stage.wire.goWrong(fault, action, 1, before)
}

/** Whatever fails at any step of it, there is one entry more or none; asked again there is one. */
async function expectOneEntry(ask: Ask): Promise<void> {
  const undo = remember(stage.wire)
  const before = (await wholeBook(kept)).entries.length
  /** How many entries there are more than before, in a book that adds up. */
  const added = async (told: string): Promise<number> => {
    const book = await wholeBook(kept)
    expect([told, breachesOf(book)]).toEqual([told, []])
    return book.entries.length - before
  }
  const { trips } = await stage.cost(() => ask('request-measured'))
  undo()
  expect(trips).toContain('commitTransaction')
  for (const [place, trip] of trips.entries()) {
    for (const fault of faults) {
      const told = `${fault} at ${place}, ${trip}`
      const requestId = `request-${place}-${faults.indexOf(fault)}`
      goWrongAt(place, fault, trips)
      const first = await ask(requestId)
      const entries = await added(told)
      if (!first.ok) expect([told, ['UNAVAILABLE', 'BUSY'].includes(first.code), entries <= 1]).toEqual([told, true, true])
      const reply = first.ok ? first : await ask(requestId)
      expect([told, reply.ok]).toEqual([told, true])
      expect([told, await ask(requestId)]).toEqual([told, { ...reply, repeated: true }])
      expect([told, await added(told)]).toEqual([told, 1])
      undo()
    }
  }
}

it('the first payment of a branch, which has no till and no day yet, is one receipt', async () => {
  await expectOneEntry(pay('张建国', '2026-11'))
})

it('a payment beside others is one receipt', async () => {
  dataOf(await pay('李秀兰', '2026-11')('request-before'))
  await expectOneEntry(pay('张建国', '2026-11'))
})

it('a reversal is one entry', async () => {
  const [entry] = (await wholeBook(kept)).entries
  await expectOneEntry(reverse(entry?._id ?? ''))
})

it('conflicts without an end are BUSY and leave no gap', async () => {
  const undo = remember(stage.wire)
  const before = (await wholeBook(kept)).entries.length
  stage.wire.goWrong('conflict', 'commitTransaction', 7)
  expect(await pay('张建国', '2026-11')('request-of-a-crowd')).toMatchObject({ ok: false, code: 'BUSY' })
  expect(await pay('刘桂兰', '2026-11')('request-of-the-next')).toMatchObject({ ok: true, data: { number: before + 1 } })
  expect(await pay('张建国', '2026-11')('request-of-a-crowd')).toMatchObject({ ok: true, data: { number: before + 2 } })
  expect(breachesOf(await wholeBook(kept))).toEqual([])
  undo()
})
