import { nothing } from '#shared/kernel/organisation'
import { serialOf } from '#shared/themeday/standing'
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

let village: Village
let themeDayId: string
beforeEach(async () => {
  village = await newVillage()
  themeDayId = (await village.themeDay('09:02')).themeDayId
})
afterEach(() => village.close())

const wang = () => village.as('老王').themeday
const idOf = (who: string) => village.person(who).memberId
const book = async () => dataOf(await wang().getBook({ themeDayId }))
const count = async () => dataOf(await wang().countAttendance({ themeDayId }))
const roll = async () => dataOf(await wang().listAttendance({ themeDayId, limit: 100 })).rows
const call = async (...who: readonly string[]) => dataOf(await wang().rollCall({ themeDayId, memberIds: who.map(idOf) }))
const close = async () => dataOf(await wang().close({ themeDayId }))
const reopen = async (reason: string) => dataOf(await village.as('方敏').themeday.reopen({ themeDayId, reason }))
const takeBack = async (who: string) => dataOf(await wang().reverse({ themeDayId, memberId: idOf(who), reason: 'notThere' }))

/** What was ever said about one member, as it is stored, in its order. */
async function saidAbout(who: string) {
  const entries = await village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)
  const own = entries.flatMap((entry) => (entry.kind === 'guest' || entry.memberId !== idOf(who) ? [] : [entry]))
  return own.sort((one, other) => serialOf(one) - serialOf(other)).map(({ kind }) => kind)
}

async function removeFromRoster(who: string): Promise<void> {
  const memberId = idOf(who)
  const { version } = dataOf(await village.as('老王').members.get({ memberId }))
  dataOf(await village.as('老王').members.remove({ memberId, version, reason: 'moved' }))
}

const join = async (name: string) => dataOf(await village.as('老王').members.add({ name, membership: 'full' }))

describe('the minutes', () => {
  const study = { part: 'study', isDone: true, note: '共读规划' } as const
  const vote = { topic: '清理水渠', for: 20, against: 2, abstain: 4, conclusion: '下周动工' }
  const write = (version: number, decisions = [vote]) => wang().writeMinutes({ themeDayId, version, parts: [study], decisions })

  it('are none at first, and as they were last written afterwards', async () => {
    expect(dataOf(await wang().getMinutes({ themeDayId }))).toEqual({ version: 0, parts: [], decisions: [] })
    expect(dataOf(await write(0))).toEqual({ version: 1 })
    expect(dataOf(await write(1, []))).toEqual({ version: 2 })
    expect(dataOf(await wang().getMinutes({ themeDayId }))).toEqual({ version: 2, parts: [study], decisions: [] })
    expect(await book()).toMatchObject({ parts: [study], decisions: [] })
  })

  it('written on two phones at once are written once', async () => {
    const other = (await village.claim('老王', '沈文')).api.themeday
    const replies = await Promise.all([write(0), other.writeMinutes({ themeDayId, version: 0, parts: [], decisions: [] })])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ code: 'STALE' })
  })

  it('hold no more votes than there are members with one', async () => {
    expect((await count()).voters).toBe(26)
    expect(dataOf(await write(0))).toEqual({ version: 1 })
    expect(await write(1, [{ ...vote, abstain: 5 }])).toMatchObject({ code: 'TOO_MANY_VOTES' })
  })
})

describe('a correction', () => {
  it('is a second entry, and nothing is deleted', async () => {
    await call('赵大娘')
    await takeBack('赵大娘')
    expect(await saidAbout('赵大娘')).toEqual(['attendance', 'reversal'])
    expect((await count()).present).toBe(0)
    expect((await book()).corrections).toEqual([
      { name: '赵玉珍', at: village.clock.now(), by: '王志强', reason: 'notThere', isAfterClosing: false },
    ])
  })

  it('may be corrected', async () => {
    await call('赵大娘')
    await takeBack('赵大娘')
    await call('赵大娘')
    expect(await saidAbout('赵大娘')).toEqual(['attendance', 'reversal', 'attendance'])
    expect((await count()).present).toBe(1)
    expect((await book()).corrections).toHaveLength(1)
  })

  it('asked twice is made once', async () => {
    await call('赵大娘')
    const ask = () => wang().reverse({ themeDayId, memberId: idOf('赵大娘'), reason: 'wrongPerson' }, { requestId: 'wang-takes-back' })
    dataOf(await ask())
    expect(await ask()).toMatchObject({ ok: true, repeated: true })
    expect(await saidAbout('赵大娘')).toEqual(['attendance', 'reversal'])
  })

  it('after closing is marked as such, for good, and so is every one before a reopening', async () => {
    await call('赵大娘', '张大爷', '刘桂兰')
    await takeBack('刘桂兰')
    village.clock.forward(60_000)
    await close()
    village.clock.forward(60_000)
    await takeBack('赵大娘')
    expect(await saidAbout('赵大娘')).toEqual(['attendance', 'reversal'])
    expect((await count()).present).toBe(1)
    village.clock.forward(60_000)
    await reopen('漏记一位')
    village.clock.forward(60_000)
    await takeBack('张大爷')
    village.clock.forward(60_000)
    await close()
    const marks = (await book()).corrections.map(({ name, isAfterClosing }) => [name, isAfterClosing])
    expect(Object.fromEntries(marks)).toEqual({ 刘桂兰: false, 赵玉珍: true, 张建国: false })
  })

  it('reaches who has left the roster since', async () => {
    await call('张大爷')
    await removeFromRoster('张大爷')
    await takeBack('张大爷')
    expect((await book()).corrections).toMatchObject([{ name: '张建国' }])
    expect(await count()).toMatchObject({ expected: 25, present: 0 })
  })
})

describe('closing the book', () => {
  it('confirms the numbers once, and says them again to whoever asks again', async () => {
    await call('张大爷', '赵大娘')
    const closed = await close()
    expect(closed).toMatchObject({ closedAt: village.clock.now(), tally: { expected: 26, present: 2, absent: 24 } })
    village.clock.forward(60_000)
    await takeBack('赵大娘')
    expect(await close()).toEqual(closed)
    expect((await book()).closed).toEqual({ at: closed.closedAt, by: '王志强' })
    const { closedAt, state } = dataOf(await village.as('张大爷').themeday.get({ themeDayId }))
    expect([closedAt, state]).toEqual([closed.closedAt, 'over'])
  })

  it('is not for a group leader', async () => {
    expect(await village.as('徐大勇').themeday.close({ themeDayId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await village.as('田有福').themeday.close({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('freezes the roster: neither who leaves nor who joins afterwards changes the book', async () => {
    await call('张大爷')
    const { tally } = await close()
    const before = await roll()
    await removeFromRoster('张大爷')
    await removeFromRoster('赵大娘')
    await join('孟晓')
    expect(await count()).toEqual(tally)
    expect((await book()).tally).toEqual(tally)
    expect(await roll()).toEqual(before)
    // Page by page it is the same roster.
    const first = dataOf(await wang().listAttendance({ themeDayId, limit: 20 }))
    const rest = dataOf(await wang().listAttendance({ themeDayId, limit: 20, after: first.next ?? '' }))
    expect([...first.rows, ...rest.rows]).toEqual(before)
  })

  it('freezes it for a group leader as far as the own group', async () => {
    const before = dataOf(await village.as('徐大勇').themeday.listAttendance({ themeDayId, limit: 100 })).rows
    await close()
    await removeFromRoster('张大爷')
    expect(dataOf(await village.as('徐大勇').themeday.listAttendance({ themeDayId, limit: 100 })).rows).toEqual(before)
  })

  it('keeps on the list who had come and left the roster before it', async () => {
    await call('张大爷')
    await removeFromRoster('张大爷')
    const { tally } = await close()
    expect(tally).toMatchObject({ expected: 26, present: 1 })
    expect((await roll()).at(-1)).toMatchObject({ name: '张建国', groupName: '二组', attendance: { source: 'rollCall' } })
  })

  it('loses no check-in that arrives in the same moment, and counts it once', async () => {
    const taps = ['张大爷', '刘桂兰', '徐大勇'].map((who) => village.as(who).themeday.checkIn({ themeDayId, via: 'code' }))
    const [closed, ...replies] = await Promise.all([close(), ...taps])
    const counted = replies.filter((reply) => reply.ok && reply.data.state === 'counted')
    expect((await book()).tally.present).toBe(counted.length)
    expect((await roll()).filter(({ attendance }) => attendance !== undefined)).toHaveLength(counted.length)
    expect(closed.tally.present).toBeLessThanOrEqual(counted.length)
    for (const reply of replies.filter(({ ok }) => !ok)) expect(reply).toMatchObject({ code: 'CLOSED' })
  })

  it('takes late approvals all the same, and the town’s numbers stay those that were confirmed', async () => {
    const tapped = { at: village.clock.now(), clockOffMs: 0 }
    village.clock.forward(60_000)
    const { tally } = await close()
    village.clock.forward(60_000)
    expect(dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped })).state).toBe('waiting')
    dataOf(await wang().approveLate({ themeDayId, memberId: idOf('张大爷') }))
    expect((await book()).tally).toEqual({ ...tally, present: 1, absent: 25, votersPresent: 1 })
    const [line] = dataOf(await village.as('方敏').themeday.listBranches({ month: '2026-11' })).rows.filter(
      (row) => row.branchId === village.branchId,
    )
    expect(line?.themeDay?.closed?.tally).toEqual(tally)
  })
})

describe('a book that the town opens again', () => {
  it('is opened by nobody else', async () => {
    await close()
    for (const who of ['老王', '徐大勇', '张大爷'])
      expect(await village.as(who).themeday.reopen({ themeDayId, reason: '漏记一位' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('stays open when the request that closed it arrives once more', async () => {
    const ask = () => wang().close({ themeDayId }, { requestId: 'wang-closes' })
    const first = dataOf(await ask())
    await reopen('漏记一位')
    expect(await ask()).toEqual({ ok: true, data: first, repeated: true })
    expect((await book()).closed).toBeUndefined()
  })

  it('keeps every time and reason, and is closed anew', async () => {
    await close()
    await reopen('漏记一位')
    await call('赵大娘')
    await close()
    village.clock.forward(60_000)
    await reopen('又漏记一位')
    const { reopened, closed } = await book()
    expect(reopened.map(({ by, reason }) => [by, reason])).toEqual([
      ['方敏', '漏记一位'],
      ['方敏', '又漏记一位'],
    ])
    expect(closed).toBeUndefined()
    expect((await close()).tally.present).toBe(1)
  })

  it('is still about those who were on the roster then', async () => {
    await close()
    await removeFromRoster('赵大娘')
    await join('孟晓')
    await reopen('漏记一位')
    expect((await count()).expected).toBe(26)
    const { tally } = await close()
    expect(tally).toMatchObject({ expected: 26, absent: 26 })
    expect((await roll()).map(({ name }) => name)).toContain('赵玉珍')
  })

  it('takes in who was missing on the roster, by name', async () => {
    await close()
    const { memberId } = await join('孟晓')
    await reopen('名单上漏了孟晓')
    dataOf(await wang().enterPaper({ themeDayId, memberIds: [memberId], witnessId: idOf('刘桂兰') }))
    expect((await close()).tally).toMatchObject({ expected: 27, present: 1 })
    expect((await roll()).at(-1)).toMatchObject({ name: '孟晓', attendance: { source: 'paper' } })
    dataOf(await wang().reverse({ themeDayId, memberId, reason: 'wrongPerson' }))
    expect((await book()).corrections).toMatchObject([{ name: '孟晓' }])
  })
})

describe('what the town sees of its branches', () => {
  const month = '2026-11'
  const lines = async () => dataOf(await village.as('方敏').themeday.listBranches({ month })).rows
  const lineOf = async (branchId: string) => (await lines()).find((row) => row.branchId === branchId)

  it('is where each of them stands, with the numbers of the closed ones', async () => {
    expect(await lineOf(village.nextDoorId)).toEqual({ branchId: village.nextDoorId, branchName: '柳树村支部' })
    const plan = { ...themeDayPlan, topic: '秋收', from: '19:00', to: '20:00' }
    const next = dataOf(await village.as('田有福').themeday.create(plan))
    // A draft is nobody's but the secretary's.
    expect((await lineOf(village.nextDoorId))?.themeDay).toBeUndefined()
    dataOf(await village.as('田有福').themeday.publish({ themeDayId: next.themeDayId }))
    const planned = await lineOf(village.nextDoorId)
    expect(planned?.themeDay).toMatchObject({ themeDayId: next.themeDayId, stage: 'published', topic: '秋收' })
    expect(planned?.themeDay?.closed).toBeUndefined()
    dataOf(await village.as('田有福').themeday.cancel({ themeDayId: next.themeDayId }))
    expect((await lineOf(village.nextDoorId))?.themeDay?.stage).toBe('cancelled')

    await call('张大爷')
    const { closedAt, tally } = await close()
    expect((await lineOf(village.branchId))?.themeDay?.closed).toEqual({ at: closedAt, tally })
    await reopen('漏记一位')
    expect((await lineOf(village.branchId))?.themeDay?.closed).toBeUndefined()
  })

  it('holds nobody’s name', async () => {
    await call('张大爷', '赵大娘')
    dataOf(await village.as('刘桂兰').themeday.giveOpinion({ themeDayId, words: '同意' }))
    dataOf(await wang().addGuest({ themeDayId, name: '周一', from: '柳树村支部' }))
    await close()
    const said = JSON.stringify(await lines())
    const { rows } = dataOf(await village.as('老王').members.list({ limit: 100 }))
    for (const { name } of [...rows, { name: '周一' }, { name: '同意' }]) expect(said).not.toContain(name)
  })

  it('is of the own town alone', async () => {
    dataOf(
      await village.as('沈文').organisation.foundBranch({
        committee: { name: '平山镇' },
        name: '平山村支部',
        members: [{ name: '周一', post: 'secretary' }],
      }),
    )
    expect((await lines()).map(({ branchName }) => branchName).sort()).toEqual(['示范村支部', '柳树村支部'].sort())
  })
})
