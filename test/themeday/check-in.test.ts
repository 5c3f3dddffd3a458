import { dataOf, newVillage, publish, themeDayPlan, type Village } from '../village/village'

describe('checking in to the theme day', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  it('is recorded once, with its source and time', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const reply = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })
    expect(reply).toEqual({ ok: true, data: { state: 'counted', at: village.clock.now() } })
    const { present, expected } = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))
    expect([present, expected]).toEqual([1, 26])
  })

  it('answers a lost reply with the first answer, even after the window has closed', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const ask = () => village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }, { requestId: 'zhang-taps-once' })
    const first = dataOf(await ask())
    expect(await ask()).toEqual({ ok: true, data: first, repeated: true })
    village.clock.set('2026-11-25', '11:30')
    expect(await ask()).toEqual({ ok: true, data: first, repeated: true })
  })

  it('refuses the same request id with other input and stores nothing', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }, { requestId: 'zhang-taps-once' })
    const reply = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' }, { requestId: 'zhang-taps-once' })
    expect(reply).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    const { mine } = dataOf(await village.as('张大爷').themeday.get({ themeDayId }))
    expect(mine?.source).toBe('code')
  })

  it('says when a member came, if they tap again on another day of the phone', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })
    village.clock.set('2026-11-25', '12:00')
    const again = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' })
    expect(again).toEqual({ ok: false, code: 'ALREADY_CHECKED_IN', message: '您 8:50 已经签过了，不用再签' })
  })

  it('counts one attendance when a hundred taps arrive at once', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const taps = Array.from({ length: 100 }, () => village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    const replies = await Promise.all(taps)
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(1)
  })

  it('is read back by the member, and by no one of another branch', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' })
    expect(dataOf(await village.as('张大爷').themeday.list({})).rows[0]?.mine?.source).toBe('home')
    expect(dataOf(await village.as('刘桂兰').themeday.list({})).rows[0]?.mine).toBeUndefined()
    expect(await village.as('范玉梅').themeday.get({ themeDayId })).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  })
})

describe('a member who has left the roster', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  it('stays on the sheet of the day they came, and on no later one', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    const { memberId } = village.person('张大爷')
    const { version } = dataOf(await village.as('老王').members.get({ memberId }))
    dataOf(await village.as('老王').members.remove({ memberId, version, reason: 'moved' }))
    const sheet = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 })).rows
    expect(sheet).toHaveLength(26)
    expect(sheet.at(-1)).toMatchObject({ name: '张建国', groupName: '二组', attendance: { source: 'code' } })

    dataOf(await village.as('老王').themeday.close({ themeDayId }))
    const closed = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 })).rows
    expect(closed).toHaveLength(26)
    expect(closed.at(-1)).toMatchObject({ name: '张建国', groupName: '二组', attendance: { source: 'code' } })

    const next = { ...themeDayPlan, day: '2026-12-25' }
    const later = await publish(village.as('老王'), next)
    expect(dataOf(await village.as('老王').themeday.listAttendance({ themeDayId: later.themeDayId, limit: 100 })).rows).toHaveLength(25)
  })
})

describe('calling the roll', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  it('records several names at once and tells those already recorded apart', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })
    const zhang = village.person('张大爷').memberId
    const zhao = village.person('赵大娘').memberId
    const called = dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [zhang, zhao, zhao] }))
    expect(called).toEqual({ recorded: [zhao], already: [zhang] })
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    expect(rows.find(({ name }) => name === '赵玉珍')?.attendance).toEqual({
      at: village.clock.now(),
      source: 'rollCall',
      recordedBy: '王志强',
    })
    expect(rows.find(({ name }) => name === '张建国')?.attendance?.source).toBe('code')
  })

  it('lets a group leader see and call the own group only', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const { rows } = dataOf(await village.as('徐大勇').themeday.listAttendance({ themeDayId, limit: 100 }))
    expect(rows).toHaveLength(9)
    expect(new Set(rows.map(({ groupName }) => groupName))).toEqual(new Set(['二组']))
    const own = village.person('林树根').memberId
    const foreign = village.person('赵大娘').memberId
    expect(await village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [own, foreign] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [own] })).recorded).toEqual([own])
    expect(dataOf(await village.as('徐大勇').themeday.countAttendance({ themeDayId }))).toMatchObject({ expected: 9, present: 1 })
  })

  it('asked twice happens once', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const ask = () =>
      village.as('老王').themeday.rollCall({ themeDayId, memberIds: [village.person('赵大娘').memberId] }, { requestId: 'wang-calls-once' })
    const [first, second] = await Promise.all([ask(), ask()])
    expect([first, second].filter((reply) => reply.ok && reply.repeated)).toHaveLength(1)
    expect(dataOf(first)).toEqual(dataOf(second))
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(1)
  })

  it('pages the roster in its order without losing anyone', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    const names: string[] = []
    let after: { after?: string } = {}
    for (;;) {
      const page = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 7, ...after }))
      names.push(...page.rows.map(({ name }) => name))
      if (page.next === undefined) break
      after = { after: page.next }
    }
    expect(names).toHaveLength(26)
    expect(names.slice(0, 3)).toEqual(['王志强', '陈芳', '李秀兰'])
  })
})

describe('planning and opening', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  it('opens half an hour before by itself', async () => {
    const { themeDayId } = await village.themeDay('08:29')
    expect(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })).toMatchObject({
      code: 'NOT_OPEN',
      message: '还没到时间，今天上午 8 点半开始签到',
    })
    village.clock.set('2026-11-25', '08:30')
    expect(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })).toMatchObject({ ok: true })
  })

  it('can be opened earlier by hand on the day, twice without effect', async () => {
    const { themeDayId } = await village.themeDay('07:10')
    const opened = dataOf(await village.as('老王').themeday.open({ themeDayId }))
    village.clock.set('2026-11-25', '07:20')
    expect(dataOf(await village.as('老王').themeday.open({ themeDayId }))).toEqual(opened)
    expect(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })).toMatchObject({ ok: true })
  })

  it('holds one theme day a month, even when planned twice at once', async () => {
    const plan = { day: '2026-11-25', from: '09:00', to: '11:00', topic: '学习', place: '村委会' }
    const replies = await Promise.all([
      village.as('老王').themeday.create(plan),
      village.as('老王').themeday.create({ ...plan, day: '2026-11-26' }),
    ])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(dataOf(await village.as('老王').themeday.list({})).rows).toHaveLength(1)
  })
})
