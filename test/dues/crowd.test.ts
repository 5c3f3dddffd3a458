/**
 * An evening of many hands on both databases: everybody collects at once from whom they meet, phones that had no signal send what they
 * hold in any order and more than once, and everything else is done in between. A seed is printed with every evening that does not add up.
 */
import { dayMs, dayOf, hourMs } from '#shared/kernel/day'
import { checks } from '../../cloudfunctions/demo/rosters'
import { often, patienceMs } from '../setup/often'
import { dataOf } from '../village/village'
import { type Ask, answerTo, codeOf, wrongIn } from './asking'
import { type Chance, chanceOf } from './chance'
import { drawingOf, drawMove } from './moves'
import { cloudSide, type DuesVillage, embeddedSide, leaders, officers, type Row } from './sides'
import { wholeBook } from './whole-book'

jest.setTimeout(patienceMs)

function shuffled<One>(items: readonly One[], chance: Chance): readonly One[] {
  const left = [...items]
  return items.flatMap(() => left.splice(chance(left.length), 1))
}

/** One after the other, as one phone sends. */
async function inTurn(asks: readonly (() => Promise<void>)[]): Promise<void> {
  for (const ask of asks) await ask()
}

/** Every member is met by one collector, and most by several. */
function meetings({ rows }: DuesVillage, chance: Chance): readonly { readonly by: string; readonly member: Row }[] {
  return rows.flatMap((member) => {
    const leader = leaders.filter((name) => rows.find((row) => row.name === name)?.groupName === member.groupName)
    const hands = shuffled([...officers, ...leader], chance)
    return hands.slice(0, 1 + chance(hands.length)).map((by) => ({ by, member }))
  })
}

const rounds = [
  { side: embeddedSide, evenings: often(4, 60), crowds: often(24, 600) },
  { side: cloudSide, evenings: often(1, 10), crowds: often(6, 60) },
]

describe.each(rounds)('$side.name', ({ side, evenings, crowds }) => {
  let village: DuesVillage
  let month: string
  beforeEach(async () => {
    village = await side.open()
    month = dayOf(village.clock.now()).slice(0, 7)
  }, 180_000)
  afterEach(() => village.end())

  const receiptsOf = async (asked: string) =>
    (await wholeBook(village)).entries.flatMap((entry) =>
      entry.kind === 'receipt' && entry.months.some((one) => one.month === asked) ? [entry] : [],
    )
  const payment = async (member: Row, asked: string, day: string) => {
    const account = (await wholeBook(village)).accounts.find(({ memberId, year }) => memberId === member.memberId && asked.startsWith(year))
    const dueFen = account?.approvals[0]?.monthlyFen ?? 0
    return { memberId: member.memberId, months: [asked], dueFen, day, way: 'cash' as const, payer: { kind: 'self' as const } }
  }

  it('collectors who meet the same members record each of them once', async () => {
    for (let seed = 1; seed <= evenings; seed += 1) {
      const chance = chanceOf(seed)
      const asked = `2027-0${seed}`
      const met = shuffled(meetings(village, chance), chance)
      const said: string[] = []
      const day = dayOf(village.clock.now())
      const inputs = new Map<string, Awaited<ReturnType<typeof payment>>>()
      for (const member of village.rows) inputs.set(member.memberId, await payment(member, asked, day))
      const collect = (by: string) =>
        inTurn(
          met
            .filter((one) => one.by === by)
            .map(({ member }) => async () => {
              const input = inputs.get(member.memberId)
              if (input !== undefined) said.push(codeOf(await answerTo((options) => village.as(by).dues.recordPayment(input, options))))
            }),
        )
      await Promise.all([...officers, ...leaders].map(collect))
      const receipts = await receiptsOf(asked)
      const count = (code: string) => said.filter((one) => one === code).length
      const found = { receipts: receipts.length, members: new Set(receipts.map(({ memberId }) => memberId)).size }
      expect({ seed, ...found, wrong: await wrongIn(village) }).toEqual({ seed, receipts: 26, members: 26, wrong: [] })
      expect({ seed, ok: count('ok'), told: count('MONTH_PAID') }).toEqual({ seed, ok: 26, told: met.length - 26 })
    }
  })

  it('ticks of a hall without a signal, sent late, in any order and again, are one receipt each', async () => {
    const chance = chanceOf(26)
    const tickedAt = village.clock.now()
    const day = dayOf(tickedAt)
    const hands = ['王志强', '陈芳', '徐大勇']
    for (const by of hands) dataOf(await village.as(by).dues.sayWaiting({ day, count: 3 }))
    const ticks = meetings(village, chance).filter(({ by }) => hands.includes(by))
    const sendings = await Promise.all(
      ticks.map(async ({ by, member }, place) => {
        const input = { ...(await payment(member, month, day)), tickedAt: tickedAt + place }
        return {
          requestId: `tick-of-${place}-by-a-phone`,
          ask: ((options) => village.as(by).dues.recordPayment(input, options)) satisfies Ask,
        }
      }),
    )
    village.clock.forward(dayMs)
    const again = sendings.flatMap((sending) => Array.from({ length: 1 + chance(3) }, () => sending))
    const answers = new Map<string, Set<string>>()
    const send = async ({ requestId, ask }: (typeof sendings)[number]) => {
      const reply = await answerTo(ask, requestId)
      const data = reply.ok ? JSON.stringify(reply.data) : reply.code
      answers.set(requestId, new Set(answers.get(requestId)).add(data))
    }
    const order = shuffled(again, chance)
    await Promise.all([0, 1, 2, 3].map((lane) => inTurn(order.filter((_, place) => place % 4 === lane).map((one) => () => send(one)))))
    expect([...answers.values()].filter((said) => said.size > 1)).toEqual([])
    const receipts = await receiptsOf(month)
    const met = new Set(ticks.map(({ member }) => member.memberId))
    expect(receipts.map(({ memberId }) => memberId).sort()).toEqual([...met].sort())
    expect(receipts.every((receipt) => receipt.day === day && receipt.tickedAt !== undefined)).toBe(true)
    const { count, sumFen } = (await wholeBook(village)).days.find((one) => one.day === day) ?? { count: 0, sumFen: 0 }
    expect(codeOf(await village.as('王志强').dues.countDay({ day, count, sumFen }))).toBe('TICKS_WAITING')
    for (const by of hands) dataOf(await village.as(by).dues.sayWaiting({ day, count: 0 }))
    dataOf(await village.as('王志强').dues.countDay({ day, count, sumFen }))
    dataOf(await village.as(checks).dues.checkDay({ day, count, sumFen }))
    expect(await wrongIn(village)).toEqual([])
  })

  it('everything at once, drawn by chance, adds up; and whatever was answered is answered again', async () => {
    const seed = 5
    const chance = chanceOf(seed)
    for (let crowd = 1; crowd <= crowds; crowd += 1) {
      village.clock.forward((1 + chance(60)) * hourMs)
      const drawing = await drawingOf(village, chance)
      const moves = Array.from({ length: 8 }, (_, place) => ({ ...drawMove(drawing), requestId: `crowd-${seed}-${crowd}-${place}` }))
      const replies = await Promise.all(moves.map(({ ask, requestId }) => answerTo(ask, requestId)))
      const said = moves.map(({ kind }, place) => `${kind} ${codeOf(replies[place] ?? { ok: false, code: 'NOT_FOUND', message: '' })}`)
      expect({ seed, crowd, said, wrong: await wrongIn(village) }).toEqual({ seed, crowd, said, wrong: [] })
      for (const [place, { ask, requestId }] of moves.entries()) {
        const first = replies[place]
        if (first?.ok) expect(await answerTo(ask, requestId)).toEqual({ ok: true, data: first.data, repeated: true })
      }
      expect({ seed, crowd, wrong: await wrongIn(village) }).toEqual({ seed, crowd, wrong: [] })
    }
  })
})
