/**
 * Uploads of one evening in any order and any number of times, by members and organisers alike, end in one state: who was there,
 * what was said about each of them, and the numbers. A seed is printed with every history that does not.
 */

import { instantOf } from '#shared/kernel/day'
import { nothing } from '#shared/kernel/organisation'
import type { DayEntry } from '#shared/themeday/entry-model'
import { themeDayId as themeDayIdOf } from '#shared/themeday/ids'
import { often, patienceMs } from '../setup/often'
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

jest.setTimeout(patienceMs)

const on = (time: string) => instantOf(themeDayPlan.day, time)

/** A request is one of its theme day. */
const named = (requestId: string, themeDayId: string) => `${requestId}-${themeDayId.slice(-7)}`

type Upload = (village: Village, themeDayId: string) => Promise<unknown>

/** A small generator of our own, so that a seed says everything. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

function shuffled<One>(items: readonly One[], random: () => number): readonly One[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}

const own = (who: string, requestId: string, at: string, clockOffMs?: number): Upload => {
  return async (village, themeDayId) => {
    const tapped = { at: on(at), ...(clockOffMs === undefined ? {} : { clockOffMs }) }
    return village.as(who).themeday.checkIn({ themeDayId, via: 'home', tapped }, { requestId: named(requestId, themeDayId) })
  }
}

const tick = (by: string, whom: string, requestId: string, at: string): Upload => {
  return async (village, themeDayId) =>
    village
      .as(by)
      .themeday.rollCall(
        { themeDayId, memberIds: [village.person(whom).memberId], tapped: { at: on(at), clockOffMs: 0 } },
        { requestId: named(requestId, themeDayId) },
      )
}

const carried = (by: string, whom: string, request: string, requestId: string, at: string): Upload => {
  return async (village, themeDayId) =>
    village.as(by).themeday.carry(
      {
        themeDayId,
        memberId: village.person(whom).memberId,
        requestId: named(request, themeDayId),
        tapped: { at: on(at), clockOffMs: 0 },
      },
      { requestId: named(requestId, themeDayId) },
    )
}

/** Everything two organisers and four members wrote down in a hall without a signal. */
const uploads: readonly Upload[] = [
  own('张大爷', 'zhang-taps-once', '09:02', 0),
  own('刘桂兰', 'liu-taps-once', '09:03', 0),
  own('阿强', 'li-taps-once', '09:04', 0),
  own('徐大勇', 'xu-tap-by-a-wrong-clock', '03:00', 6 * 3_600_000),
  tick('老王', '张大爷', 'wang-ticks-zhang', '09:05'),
  tick('老王', '赵大娘', 'wang-ticks-zhao', '09:06'),
  tick('老王', '林树根', 'wang-ticks-lin', '09:07'),
  tick('徐大勇', '林树根', 'xu-ticks-lin', '09:08'),
  carried('老王', '刘桂兰', 'liu-taps-once', 'wang-carries-liu', '09:03'),
]

/** Whoever was first is thanked for it, and which one that is depends on the signal. That they were there, and everything said, does not. */
function stateOf(entries: readonly DayEntry[]) {
  const sayings = entries.flatMap((entry) => (entry.kind === 'attendance' || entry.kind === 'surplus' ? [sayingOf(entry)] : []))
  const present = entries.flatMap((entry) => (entry.kind === 'attendance' ? [entry.memberId] : []))
  return { present: present.sort(), sayings: sayings.sort() }
}

/** A check-in that was carried is the member's own, by whichever phone it came. */
function sayingOf({ memberId, source, made, at }: Extract<DayEntry, { kind: 'attendance' | 'surplus' }>): string {
  const isOwn = source === 'carried' || source === 'home'
  return `${memberId} ${isOwn ? 'own' : `${source} ${made.by}`} ${at}`
}

const histories = often(60, 600)

describe('uploads in any order, any number of times', () => {
  let village: Village
  let planned: string
  beforeAll(async () => {
    village = await newVillage()
    planned = (await village.themeDay('09:30')).themeDayId
  })
  afterAll(() => village.close())

  /** One more theme day of the same morning: its month is only a name that keeps it apart from the others. */
  async function play(history: number, order: readonly Upload[]) {
    const { themeDays } = village.house.stores
    const month = `${2030 + Math.floor(history / 12)}-${String((history % 12) + 1).padStart(2, '0')}`
    const themeDayId = themeDayIdOf(village.branchId, month)
    await village.db.transact(async (tx) => {
      const model = await themeDays.getThemeDay(tx, planned)
      if (model !== undefined) await themeDays.putThemeDay(tx, { ...model, _id: themeDayId, month, code: month })
    })
    for (const upload of order) await upload(village, themeDayId)
    const entries = await themeDays.listEntries({ ...nothing, all: true }, themeDayId)
    const late = dataOf(await village.as('老王').themeday.listLate({ limit: 100 })).rows.filter((row) => row.themeDayId === themeDayId)
    const tally = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))
    return { ...stateOf(entries), tally, late: late.map(({ name, isClockSure }) => `${name} ${isClockSure}`) }
  }

  it('end in one state', async () => {
    const expected = await play(0, uploads)
    expect(expected.present).toHaveLength(5)
    expect(expected.tally).toMatchObject({ present: 5, expected: 26 })
    expect(expected.sayings).toHaveLength(7)
    expect(expected.late).toEqual(['徐大勇 false'])
    for (let seed = 1; seed <= histories; seed += 1) {
      const random = seeded(seed)
      const several = uploads.flatMap((upload) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => upload))
      expect({ seed, ...(await play(seed, shuffled(several, random))) }).toEqual({ seed, ...expected })
    }
  })

  it('three thousand of them at once lose nobody and count nobody twice', async () => {
    const random = seeded(7)
    const { rows } = dataOf(await village.as('老王').members.list({ limit: 100 }))
    const themeDayId =
      (await village.house.stores.themeDays.list({ ...nothing, all: true }, village.branchId, { limit: 1 })).rows[0]?._id ?? ''
    const flood = Array.from({ length: 3_000 }, (_, n) => ({
      memberId: rows[n % rows.length]?.memberId ?? '',
      requestId: `flood-${n % 150}-of-wang`,
    }))
    const before = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present
    expect(before).toBe(5)
    const tapped = { at: on('09:10'), clockOffMs: 0 }
    const replies = await Promise.all(
      shuffled(flood, random).map(({ memberId, requestId }) =>
        village.as('老王').themeday.rollCall({ themeDayId, memberIds: [memberId], tapped }, { requestId: `${requestId}-${memberId}` }),
      ),
    )
    expect(replies.filter((reply) => !reply.ok)).toEqual([])
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))).toMatchObject({
      present: 26,
      expected: 26,
      absent: 0,
    })
    const attended = (await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)).filter(
      ({ kind }) => kind === 'attendance',
    )
    expect(attended).toHaveLength(26)
  })
})
