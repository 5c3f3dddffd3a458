import { nothing } from '#shared/kernel/organisation'
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'

let village: Village
let themeDayId: string
beforeEach(async () => {
  village = await newVillage()
  themeDayId = (await village.themeDay()).themeDayId
})
afterEach(() => village.close())

const wang = () => village.as('老王').themeday
const zhang = () => village.as('张大爷').themeday
const idOf = (who: string) => village.person(who).memberId
const helping = (whom: string) => ({ for: { memberId: idOf(whom), reason: 'noPhone' } })
const count = async () => dataOf(await wang().countAttendance({ themeDayId }))
const lineOf = async (reader: string, name: string) => {
  const { rows } = dataOf(await village.as(reader).themeday.listAttendance({ themeDayId, limit: 100 }))
  return rows.find((row) => row.name === name)
}
const entries = () => village.house.stores.themeDays.listEntries({ ...nothing, all: true }, themeDayId)

describe('leave', () => {
  it('is asked, withdrawn and asked again', async () => {
    const asked = dataOf(await zhang().askLeave({ themeDayId }))
    expect(dataOf(await zhang().get({ themeDayId })).leave).toEqual(asked)
    expect(await count()).toMatchObject({ leave: 1, absent: 25, expected: 26 })
    dataOf(await zhang().withdrawLeave({ themeDayId }))
    expect(dataOf(await zhang().get({ themeDayId })).leave).toBeUndefined()
    expect(await count()).toMatchObject({ leave: 0, absent: 26 })
    village.clock.forward(60_000)
    const again = dataOf(await zhang().askLeave({ themeDayId, note: '去县城看病' }))
    expect(again.at).toBe(village.clock.now())
    expect(await count()).toMatchObject({ leave: 1, absent: 25 })
  })

  it('that was never asked cannot be withdrawn', async () => {
    expect(await zhang().withdrawLeave({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('happens once however often its request arrives', async () => {
    const ask = () => zhang().askLeave({ themeDayId }, { requestId: 'zhang-asks-leave' })
    dataOf(await ask())
    expect(await ask()).toMatchObject({ ok: true, repeated: true })
    expect(await entries()).toHaveLength(1)
    const other = await zhang().askLeave({ themeDayId, note: '去县城看病' }, { requestId: 'zhang-asks-leave' })
    expect(other).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('stays withdrawn when the first request arrives once more', async () => {
    const ask = () => zhang().askLeave({ themeDayId }, { requestId: 'zhang-asks-leave' })
    const first = dataOf(await ask())
    dataOf(await zhang().withdrawLeave({ themeDayId }))
    expect(await ask()).toEqual({ ok: true, data: first, repeated: true })
    expect((await count()).leave).toBe(0)
  })

  it('is no absence, and gives way to who came all the same', async () => {
    dataOf(await zhang().askLeave({ themeDayId }))
    village.clock.set(themeDayPlan.day, '09:02')
    dataOf(await zhang().checkIn({ themeDayId, via: 'code' }))
    expect(await count()).toMatchObject({ expected: 26, present: 1, leave: 0, absent: 25 })
  })

  it('has a line for the secretary alone, which the group leader does not see', async () => {
    dataOf(await zhang().askLeave({ themeDayId, note: '去县城看病' }))
    expect((await lineOf('老王', '张建国'))?.leave).toMatchObject({ note: '去县城看病' })
    expect((await lineOf('徐大勇', '张建国'))?.leave).toEqual({ at: village.clock.now() })
    expect(JSON.stringify(dataOf(await wang().getBook({ themeDayId })))).not.toContain('去县城看病')
  })

  it('keeps no line once it is withdrawn, or the day is closed', async () => {
    const liu = village.as('刘桂兰').themeday
    dataOf(await zhang().askLeave({ themeDayId, note: '去县城看病' }))
    dataOf(await liu.askLeave({ themeDayId, note: '带孙子' }))
    dataOf(await liu.withdrawLeave({ themeDayId }))
    expect(JSON.stringify(await entries())).not.toContain('带孙子')
    village.clock.set(themeDayPlan.day, '11:10')
    const { tally } = dataOf(await wang().close({ themeDayId }))
    expect(tally).toMatchObject({ leave: 1, absent: 25 })
    expect(JSON.stringify(await entries())).not.toContain('去县城看病')
    expect((await lineOf('老王', '张建国'))?.leave).toBeDefined()
    expect((await lineOf('老王', '刘桂兰'))?.leave).toBeUndefined()
  })

  it('is asked by a helper for who has no phone, and told to them', async () => {
    const zhao = idOf('赵大娘')
    dataOf(await wang().askLeave({ themeDayId }, helping('赵大娘')))
    expect((await lineOf('老王', '赵玉珍'))?.leave).toBeDefined()
    const { api } = await village.claim('赵大娘')
    const deeds = dataOf(await api.assists.list({})).rows
    expect(deeds).toMatchObject([{ deed: 'themeday.askLeave', by: '王志强', reason: 'noPhone' }])
    expect((await entries()).map(({ made }) => made.onBehalfOf)).toEqual([zhao])
    expect(dataOf(await api.themeday.get({ themeDayId })).leave).toBeDefined()
  })

  it('is asked by a group leader for nobody of another group', async () => {
    const { groupId } = village.person('徐大勇')
    expect(village.person('赵大娘').groupId).not.toBe(groupId)
    expect(await village.as('徐大勇').themeday.askLeave({ themeDayId }, helping('赵大娘'))).toMatchObject({ ok: false })
    expect(await entries()).toEqual([])
  })
})

describe('an opinion', () => {
  it('stands in the book, the last word of each member', async () => {
    dataOf(await zhang().giveOpinion({ themeDayId, words: '先修水渠' }))
    dataOf(await zhang().giveOpinion({ themeDayId, words: '先修路' }))
    dataOf(await wang().giveOpinion({ themeDayId, words: '同意' }, helping('赵大娘')))
    const { opinions } = dataOf(await wang().getBook({ themeDayId }))
    expect(opinions).toHaveLength(2)
    expect(opinions).toContainEqual({ name: '张建国', words: '先修路' })
    expect(opinions).toContainEqual({ name: '赵玉珍', words: '同意' })
    expect(dataOf(await zhang().get({ themeDayId })).opinion).toBe('先修路')
    expect(dataOf(await village.as('刘桂兰').themeday.get({ themeDayId })).opinion).toBeUndefined()
  })

  it('is the last word still when an earlier request arrives once more', async () => {
    const say = () => zhang().giveOpinion({ themeDayId, words: '先修水渠' }, { requestId: 'zhang-says-first' })
    dataOf(await say())
    dataOf(await zhang().giveOpinion({ themeDayId, words: '先修路' }))
    expect(await say()).toMatchObject({ ok: true, repeated: true })
    expect(dataOf(await zhang().get({ themeDayId })).opinion).toBe('先修路')
  })
})

describe('being counted afterwards', () => {
  const ask = (requestId: string) => zhang().lateCheckIn({ themeDayId, why: 'forgot' }, { requestId })
  const matter = () => ({ themeDayId, memberId: idOf('张大爷') })
  const waiting = async () => dataOf(await wang().listLate({})).rows

  it('waits for the secretary, and then counts as what it is', async () => {
    village.clock.set(themeDayPlan.day, '12:00')
    const first = dataOf(await ask('zhang-was-there'))
    expect(await ask('zhang-was-there')).toEqual({ ok: true, data: first, repeated: true })
    expect(await ask('zhang-was-there-2')).toEqual({ ok: true, data: first })
    expect((await count()).present).toBe(0)
    expect(await waiting()).toMatchObject([{ ...matter(), name: '张建国', why: 'forgot' }])
    dataOf(await wang().approveLate(matter()))
    expect((await count()).present).toBe(1)
    expect((await lineOf('老王', '张建国'))?.attendance?.source).toBe('lateCheckIn')
    expect(await waiting()).toEqual([])
    expect(await ask('zhang-was-there-3')).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
  })

  it('is sent back with a word, and counts nothing', async () => {
    village.clock.set(themeDayPlan.day, '12:00')
    dataOf(await ask('zhang-was-there'))
    dataOf(await wang().sendBackLate({ ...matter(), reason: 'notThere' }))
    expect(dataOf(await zhang().getLate({ themeDayId }))).toMatchObject({ state: 'sentBack', reason: 'notThere' })
    expect((await count()).present).toBe(0)
    expect(await waiting()).toEqual([])
  })

  it('is no vote', async () => {
    village.clock.set(themeDayPlan.day, '12:00')
    dataOf(await ask('zhang-was-there'))
    dataOf(await wang().approveLate(matter()))
    expect((await count()).votersPresent).toBe(0)
  })

  it('keeps its name for the secretary when the member has left the roster meanwhile', async () => {
    village.clock.set(themeDayPlan.day, '12:00')
    dataOf(await ask('zhang-was-there'))
    const { version } = dataOf(await village.as('老王').members.get({ memberId: idOf('张大爷') }))
    dataOf(await village.as('老王').members.remove({ memberId: idOf('张大爷'), version, reason: 'moved' }))
    expect(await waiting()).toMatchObject([{ name: '张建国' }])
    dataOf(await wang().approveLate(matter()))
    expect(await count()).toMatchObject({ expected: 26, present: 1 })
  })

  it('is the same matter as a tap that came late', async () => {
    const tapped = { at: village.clock.now() + 3 * 60 * 60_000, clockOffMs: 0 }
    village.clock.set(themeDayPlan.day, '12:00')
    dataOf(await zhang().checkIn({ themeDayId, via: 'home', tapped }))
    dataOf(await ask('zhang-was-there'))
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a guest', () => {
  const add = (requestId: string, name = '周一') => wang().addGuest({ themeDayId, name, from: '柳树村支部' }, { requestId })

  it('is counted apart, and in no other number', async () => {
    village.clock.set(themeDayPlan.day, '09:10')
    const before = await count()
    dataOf(await add('guest-one'))
    expect(await add('guest-one')).toMatchObject({ ok: true, repeated: true })
    expect(await add('guest-one', '周二')).toMatchObject({ code: 'REQUEST_REUSED' })
    dataOf(await add('guest-two', '周二'))
    expect(await count()).toEqual({ ...before, guests: 2 })
    expect(dataOf(await wang().getBook({ themeDayId })).guests).toEqual(
      expect.arrayContaining([
        { name: '周一', from: '柳树村支部' },
        { name: '周二', from: '柳树村支部' },
      ]),
    )
    expect(dataOf(await wang().listAttendance({ themeDayId, limit: 100 })).rows).toHaveLength(26)
  })

  it('is written down by a group leader as well', async () => {
    village.clock.set(themeDayPlan.day, '09:10')
    dataOf(await village.as('徐大勇').themeday.addGuest({ themeDayId, name: '周一', from: '柳树村支部' }))
    expect((await count()).guests).toBe(1)
  })
})
