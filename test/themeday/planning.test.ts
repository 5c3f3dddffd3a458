import type { InputOf } from '#shared/kernel/contract'
import type { themeday } from '#shared/themeday/contract'
import { dataOf, newVillage, publish, themeDayPlan, type Village } from '../village/village'

let village: Village
beforeEach(async () => {
  village = await newVillage()
})
afterEach(() => village.close())

const wang = () => village.as('老王').themeday
const zhang = () => village.as('张大爷').themeday
const draft = async () => dataOf(await wang().create(themeDayPlan))
const seenBy = async (who: string, themeDayId: string) => dataOf(await village.as(who).themeday.get({ themeDayId }))

type Change = Partial<InputOf<typeof themeday.update>>
const change = (themeDayId: string, over: Change = {}) => wang().update({ themeDayId, version: 1, ...themeDayPlan, ...over })

describe('a draft', () => {
  it('is known to its secretary alone', async () => {
    const { themeDayId, code } = await draft()
    expect(await seenBy('老王', themeDayId)).toMatchObject({ stage: 'draft', code })
    expect(dataOf(await wang().list({})).rows).toHaveLength(1)
    for (const who of ['张大爷', '徐大勇', '田有福']) {
      expect(await village.as(who).themeday.get({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
      expect(dataOf(await village.as(who).themeday.list({})).rows).toEqual([])
    }
    expect(await village.as('徐大勇').themeday.listAttendance({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.newcomer().api.codes.resolve({ code })).toMatchObject({ code: 'CODE_UNKNOWN' })
  })

  it('takes no check-in, no leave and no opinion, and nobody is called', async () => {
    const { themeDayId } = await draft()
    village.clock.set(themeDayPlan.day, '09:00')
    const memberIds = [village.person('赵大娘').memberId]
    const asked = [
      await zhang().checkIn({ themeDayId, via: 'home' }),
      await zhang().askLeave({ themeDayId }),
      await zhang().giveOpinion({ themeDayId, words: '同意' }),
      await zhang().acknowledge({ themeDayId, number: 1 }),
      await wang().rollCall({ themeDayId, memberIds }),
      await wang().open({ themeDayId }),
      await wang().close({ themeDayId }),
    ]
    for (const reply of asked) expect(reply).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('that is dropped was never there for anybody else', async () => {
    const { themeDayId, code } = await draft()
    dataOf(await wang().cancel({ themeDayId }))
    expect((await seenBy('老王', themeDayId)).stage).toBe('cancelled')
    expect(await zhang().get({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await zhang().list({})).rows).toEqual([])
    expect(await village.newcomer().api.codes.resolve({ code })).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(dataOf(await village.as('方敏').themeday.listBranches({ month: '2026-11' })).rows.flatMap((row) => row.themeDay ?? [])).toEqual(
      [],
    )
  })

  it('changes without telling anybody', async () => {
    const { themeDayId } = await draft()
    expect(dataOf(await change(themeDayId, { topic: '秋收' }))).toEqual({ version: 2 })
    const { notice, topic } = await seenBy('老王', themeDayId)
    expect([notice, topic]).toEqual([undefined, '秋收'])
  })

  it('is one, when two phones of the secretary plan the month at once', async () => {
    const other = (await village.claim('老王', '沈文')).api.themeday
    const replies = await Promise.all([wang().create(themeDayPlan), other.create({ ...themeDayPlan, day: '2026-11-26', topic: '秋收' })])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ code: 'MONTH_TAKEN' })
    const { rows } = dataOf(await wang().list({}))
    expect(rows).toHaveLength(1)
    const [kept] = replies.filter((reply) => reply.ok)
    expect(rows[0]?.code).toBe(kept && dataOf(kept).code)
  })
})

describe('publishing', () => {
  it('tells every member once, with the first notice', async () => {
    const { themeDayId, code } = await draft()
    const first = dataOf(await wang().publish({ themeDayId }))
    village.clock.forward(60_000)
    expect(dataOf(await wang().publish({ themeDayId }))).toEqual(first)
    const { stage, notice } = await seenBy('张大爷', themeDayId)
    expect(stage).toBe('published')
    expect(notice).toEqual({ number: 1, kind: 'published', at: first.publishedAt, isSeen: false })
    expect(await village.newcomer().api.codes.resolve({ code })).toMatchObject({ ok: true })
  })

  it('takes over the ways the branch has chosen, and a later choice changes nothing about it', async () => {
    const { themeDayId } = await draft()
    dataOf(await wang().setHabits({ ways: ['screen', 'rollCall', 'screen'] }))
    dataOf(await wang().publish({ themeDayId }))
    dataOf(await wang().setHabits({ ways: ['rollCall', 'card'] }))
    expect((await seenBy('张大爷', themeDayId)).ways).toEqual(['rollCall', 'screen'])
    const later = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-12-25' })
    expect((await seenBy('张大爷', later.themeDayId)).ways).toEqual(['rollCall', 'card'])
  })
})

describe('changing what was published', () => {
  it('tells the members in the secretary’s words, and asks them anew whether they know', async () => {
    const { themeDayId } = await village.themeDay()
    const read = async (number: number) => dataOf(await zhang().acknowledge({ themeDayId, number }))
    const hasSeen = async () => {
      const { rows } = dataOf(await wang().listAttendance({ themeDayId, limit: 100 }))
      return rows.filter((row) => row.hasSeen).map(({ name }) => name)
    }
    await read(1)
    expect((await seenBy('张大爷', themeDayId)).notice?.isSeen).toBe(true)
    expect(await hasSeen()).toEqual(['张建国'])
    dataOf(await change(themeDayId, { place: '祠堂', words: '改到祠堂' }))
    expect((await seenBy('张大爷', themeDayId)).notice).toMatchObject({ number: 2, kind: 'changed', words: '改到祠堂', isSeen: false })
    expect(await hasSeen()).toEqual([])
    await read(2)
    expect((await seenBy('张大爷', themeDayId)).notice?.isSeen).toBe(true)
    expect(await hasSeen()).toEqual(['张建国'])
  })

  it('is known once, however often somebody says so, and nobody knows a notice that was not given', async () => {
    const { themeDayId } = await village.themeDay()
    const say = (requestId: string, number = 1) => zhang().acknowledge({ themeDayId, number }, { requestId })
    expect([dataOf(await say('zhang-knows')), dataOf(await say('zhang-knows')), dataOf(await say('zhang-knows-again'))]).toEqual([
      { number: 1 },
      { number: 1 },
      { number: 1 },
    ])
    const scope = { all: true, branchIds: [], groups: [], memberIds: [], assigneeIds: [] }
    expect(await village.house.stores.themeDays.listEntries(scope, themeDayId)).toHaveLength(1)
    expect(await say('zhang-knows-more', 2)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('范玉梅').themeday.acknowledge({ themeDayId, number: 1 })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('from two phones, the later one is asked to look first', async () => {
    const { themeDayId } = await village.themeDay()
    const other = (await village.claim('老王', '沈文')).api.themeday
    const input = { themeDayId, version: 1, ...themeDayPlan }
    const replies = await Promise.all([wang().update({ ...input, place: '祠堂' }), other.update({ ...input, topic: '秋收' })])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ code: 'STALE' })
    expect((await seenBy('张大爷', themeDayId)).notice?.number).toBe(2)
  })
})

describe('cancelling', () => {
  it('is told to the members, and the month is free again', async () => {
    const { themeDayId } = await village.themeDay()
    dataOf(await wang().cancel({ themeDayId, words: '下大雨' }))
    dataOf(await wang().cancel({ themeDayId, words: '还是下大雨' }))
    const { stage, notice } = await seenBy('张大爷', themeDayId)
    expect(stage).toBe('cancelled')
    expect(notice).toMatchObject({ number: 2, kind: 'cancelled', words: '下大雨', isSeen: false })
    expect(dataOf(await zhang().list({})).rows[0]?.stage).toBe('cancelled')
  })

  it('keeps the code on the wall for the plan that comes after it', async () => {
    const { themeDayId, code } = await village.themeDay()
    dataOf(await wang().cancel({ themeDayId }))
    const next = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-11-28', topic: '秋收' })
    expect(next).toMatchObject({ themeDayId, code })
    expect((await seenBy('张大爷', themeDayId)).notice).toMatchObject({ number: 3, kind: 'published', isSeen: false })
    expect(await village.newcomer().api.codes.resolve({ code })).toMatchObject({ ok: true })
  })

  it('and publishing mean the plan they were asked about, when their requests arrive once more', async () => {
    const { themeDayId } = await draft()
    const tell = () => wang().publish({ themeDayId }, { requestId: 'wang-publishes' })
    const cancel = () => wang().cancel({ themeDayId }, { requestId: 'wang-cancels' })
    dataOf(await tell())
    dataOf(await cancel())
    dataOf(await wang().create({ ...themeDayPlan, day: '2026-11-28' }))
    expect(await tell()).toMatchObject({ ok: true, repeated: true })
    expect((await seenBy('老王', themeDayId)).stage).toBe('draft')
    expect(await cancel()).toMatchObject({ ok: true, repeated: true })
    expect((await seenBy('老王', themeDayId)).stage).toBe('draft')
  })

  it('takes with it what was asked and said about that plan', async () => {
    const { themeDayId } = await village.themeDay()
    dataOf(await zhang().askLeave({ themeDayId, note: '去县城看病' }))
    dataOf(await zhang().giveOpinion({ themeDayId, words: '同意修渠' }))
    dataOf(await wang().cancel({ themeDayId }))
    village.clock.forward(60_000)
    await publish(village.as('老王'), { ...themeDayPlan, day: '2026-11-28' })
    const { leave, opinion } = await seenBy('张大爷', themeDayId)
    expect([leave, opinion]).toEqual([undefined, undefined])
    expect(dataOf(await wang().countAttendance({ themeDayId }))).toMatchObject({ leave: 0, absent: 26 })
    expect(dataOf(await wang().getBook({ themeDayId })).opinions).toEqual([])
    dataOf(await zhang().askLeave({ themeDayId }))
    expect(dataOf(await wang().countAttendance({ themeDayId })).leave).toBe(1)
  })
})

describe('what stays from month to month', () => {
  it('is preset until the branch chooses, and nobody else’s', async () => {
    expect(dataOf(await wang().getHabits({}))).toEqual({ ways: ['rollCall', 'wall'] })
    const fixedDay = { kind: 'weekday', nth: 1, weekday: 6 } as const
    dataOf(await wang().setHabits({ fixedDay, ways: ['door', 'rollCall'] }))
    expect(dataOf(await wang().getHabits({}))).toEqual({ fixedDay, ways: ['rollCall', 'door'] })
    expect(dataOf(await village.as('田有福').themeday.getHabits({}))).toEqual({ ways: ['rollCall', 'wall'] })
    dataOf(await wang().setHabits({ ways: ['rollCall'] }))
    expect(dataOf(await wang().getHabits({}))).toEqual({ ways: ['rollCall'] })
  })

  it('a town suggests a topic to all of its branches, and to those of no other town', async () => {
    const month = '2026-12'
    const of = async (who: string) => dataOf(await village.as(who).themeday.getSuggestion({ month })).suggestion
    expect(await of('老王')).toBeUndefined()
    dataOf(await village.as('方敏').themeday.suggest({ month, topic: '冬季防火', materials: ['公告'] }))
    dataOf(await village.as('方敏').themeday.suggest({ month, topic: '冬修水利', materials: [] }))
    for (const who of ['老王', '田有福', '方敏'])
      expect(await of(who)).toEqual({ topic: '冬修水利', materials: [], at: village.clock.now() })
    expect(dataOf(await wang().getSuggestion({ month: '2026-11' }))).toEqual({})

    const admin = village.as('沈文')
    const { secretary } = dataOf(
      await admin.organisation.foundBranch({
        committee: { name: '平山镇' },
        name: '平山村支部',
        members: [{ name: '周一', post: 'secretary' }],
      }),
    )
    const elsewhere = village.newcomer()
    dataOf(await elsewhere.api.claims.bind({ code: dataOf(await admin.claims.issue({ personId: secretary.personId })).code }))
    expect(dataOf(await elsewhere.api.themeday.getSuggestion({ month }))).toEqual({})
  })
})
