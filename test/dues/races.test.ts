/** Several collectors at the same second, on both databases: one of them is first, and the book adds up whoever it was. */
import { dayMs, dayOf } from '#shared/kernel/day'
import { checks } from '../../cloudfunctions/demo/rosters'
import { dataOf } from '../village/village'
import { type AnyReplies, type Ask, allAtOnce, codeOf, wrongIn } from './asking'
import { type DuesVillage, sides } from './sides'
import { wholeBook } from './whole-book'

describe.each(sides)('$name: at the same second', (side) => {
  let village: DuesVillage
  beforeAll(async () => {
    village = await side.open()
  }, 180_000)
  afterAll(() => village.end())
  afterEach(async () => expect(await wrongIn(village)).toEqual([]))

  const wang = () => village.as('王志强').dues
  const chen = () => village.as('陈芳').dues
  const today = () => dayOf(village.clock.now())
  const codes = (replies: AnyReplies) => replies.map(codeOf).sort()

  /** 0.50 yuan for a farmer's month. */
  const paying = (name: string, month: string) => ({
    ...{ memberId: village.idOf(name), months: [month], dueFen: 50 },
    ...{ day: today(), way: 'cash' as const, payer: { kind: 'self' as const } },
  })
  const elsewhere = (name: string) => ({ memberId: village.idOf(name), months: ['2026-11'], proof: '活动证第 3 页' })
  const dayNow = async (day: string) => {
    const found = (await wholeBook(village)).days.find((one) => one.day === day)
    return { day, count: found?.count ?? 0, sumFen: found?.sumFen ?? 0 }
  }
  const close = async (day: string) => {
    await wang().countDay(await dayNow(day))
    return village.as(checks).dues.checkDay(await dayNow(day))
  }

  it.each([
    { what: 'a payment', enter: ((options) => wang().recordPayment(paying('杨帆', '2026-11'), options)) satisfies Ask },
    { what: 'a month paid elsewhere', enter: ((options) => wang().recordElsewhere(elsewhere('何国庆'), options)) satisfies Ask },
  ])('the first month of the branch moves before $what or stays', async ({ enter }) => {
    const replies = await allAtOnce([(options) => chen().start({ startMonth: '2026-12', farmerFen: 50 }, options), enter])
    expect([
      ['BEFORE_START', 'ok'],
      ['DATED_TOO_EARLY', 'ok'],
      ['BOOK_IN_USE', 'ok'],
    ]).toContainEqual(codes(replies))
    dataOf(await chen().start({ startMonth: '2026-11', farmerFen: 50 }))
  })

  it.each([
    { month: '2026-11', hands: ['王志强', '徐大勇'] },
    { month: '2026-12', hands: ['王志强', '陈芳', '徐大勇', '王志强'] },
  ])('$hands collect for one member: one receipt, and the others are told who was first', async ({ month, hands }) => {
    const before = (await wholeBook(village)).entries.length
    const replies = await allAtOnce(hands.map((name) => (options) => village.as(name).dues.recordPayment(paying('张建国', month), options)))
    const first = hands[replies.findIndex(({ ok }) => ok)] ?? ''
    const others = replies.flatMap((reply) => (reply.ok ? [] : [reply]))
    expect(others).toHaveLength(hands.length - 1)
    for (const { code, message } of others) {
      expect(code).toBe('MONTH_PAID')
      expect(message).toMatch(new RegExp(`^张建国.*，${first} 8:00 已经收过$`))
    }
    expect((await wholeBook(village)).entries).toHaveLength(before + 1)
  })

  it('paid here and paid elsewhere is one of the two', async () => {
    const replies = await allAtOnce([
      (options) => chen().recordElsewhere(elsewhere('王秀英'), options),
      (options) => wang().recordPayment(paying('王秀英', '2026-11'), options),
    ])
    expect(codes(replies)).toEqual(['MONTH_PAID', 'ok'])
  })

  it('a receipt is taken back once', async () => {
    const entryId = (await wholeBook(village)).entries.find(({ kind }) => kind === 'receipt')?._id ?? ''
    const replies = await allAtOnce([
      (options) => wang().reverse({ entryId, reason: 'notReceived' }, options),
      (options) => chen().reverse({ entryId, reason: 'wrongAmount' }, options),
      (options) => village.as('徐大勇').dues.reverse({ entryId, reason: 'wrongPerson' }, options),
    ])
    expect(codes(replies)).toEqual(['ALREADY_REVERSED', 'ALREADY_REVERSED', 'ok'])
  })

  it('an amount changes before a payment or after it, never under it', async () => {
    const [memberId, from] = [village.idOf('黄丽'), '2026-11']
    const change = { memberId, from, kind: 'farmer' as const, monthlyFen: 60, reason: 'correction' as const }
    const [, payment] = await allAtOnce([
      (options) => wang().approve(change, options),
      (options) => chen().recordPayment(paying('黄丽', from), options),
    ])
    expect(['ok', 'AMOUNT_CHANGED']).toContain(payment && codeOf(payment))
    const paid = (await wholeBook(village)).entries.find((entry) => entry.memberId === memberId)
    expect(paid?.kind === 'receipt' ? paid.totalFen : 50).toBe(50)
  })

  it.each([
    { first: 'the payment', who: '刘洋' },
    { first: 'the check', who: '高梅' },
  ])('$first asked first: a day is closed without a payment, or not closed yet', async ({ first, who }) => {
    village.clock.forward(dayMs)
    dataOf(await wang().recordPayment(paying(who, '2026-11')))
    dataOf(await wang().countDay(await dayNow(today())))
    const seen = await dayNow(today())
    const asks: readonly Ask[] = [
      (options) => chen().recordPayment(paying(who, '2026-12'), options),
      (options) => village.as(checks).dues.checkDay(seen, options),
    ]
    const replies = await allAtOnce(first === 'the payment' ? asks : [...asks].reverse())
    expect([
      ['DAY_CLOSED', 'ok'],
      ['NOT_COUNTED', 'ok'],
    ]).toContainEqual(codes(replies))
    await close(today())
  })

  it('two officers hand the same money in: it goes up once; received and taken back is one of the two', async () => {
    for (const { day, stage } of (await wholeBook(village)).days) if (stage !== 'closed') await close(day)
    const { days } = await wholeBook(village)
    const sumFen = days.reduce((sum, day) => sum + day.sumFen, 0)
    const slip = { through: today(), sumFen, on: today(), carrier: '陈芳', way: 'cash' as const }
    const sent = await allAtOnce([wang(), chen()].map((dues) => (options) => dues.handIn(slip, options)))
    expect(codes(sent)).toEqual(['NOTHING_TO_HAND_IN', 'ok'])
    const [line] = (await wholeBook(village)).lines
    const lineId = line?._id ?? ''
    const answers = await allAtOnce([
      (options) => village.as('方敏').dues.receiveHandIn({ lineId, fen: sumFen }, options),
      (options) => wang().reverseLine({ lineId, purpose: '记错了' }, options),
      (options) => chen().reverseLine({ lineId, purpose: '记错了' }, options),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('what came back is used once', async () => {
    await wang().recordLine({ kind: 'givenBack', fen: 1000, on: today(), purpose: '上级返还' })
    const use = { kind: 'used' as const, fen: 700, on: today(), purpose: '订党报' }
    const replies = await allAtOnce([wang(), chen(), wang()].map((dues) => (options) => dues.recordLine(use, options)))
    expect(codes(replies)).toEqual(['NOT_ENOUGH', 'NOT_ENOUGH', 'ok'])
  })

  it('what came back is used, or was written down wrongly', async () => {
    const given = { kind: 'givenBack' as const, fen: 1000, on: today(), purpose: '上级返还' }
    const { lineId } = dataOf(await wang().recordLine(given))
    const replies = await allAtOnce([
      (options) => chen().recordLine({ ...given, kind: 'used', purpose: '订党报' }, options),
      (options) => wang().reverseLine({ lineId, purpose: '记错了' }, options),
    ])
    expect(codes(replies)).toEqual(['NOT_ENOUGH', 'ok'])
  })
})
