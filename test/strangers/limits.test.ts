/** Codes are guessed by many at the same moment, on both sides of the database: no more is learned than may be. */
import { randomBytes } from 'node:crypto'
import { triesInAll, triesPerAddress, triesPerCaller } from '#shared/claims/rules'
import { hourMs } from '#shared/kernel/day'
import { claimCodeLength, codeBytes, codeFrom } from '#shared/kernel/id'
import type { Database } from '../../cloudfunctions/runtime/database'
import { often, patienceMs } from '../setup/often'
import { apiOf, dataOf } from '../village/village'
import { type County, newcomer, openCounty, outcomesOf, sides } from './county'

const anyCode = () => codeFrom(randomBytes(codeBytes(claimCodeLength)), claimCodeLength)
const many = <Item>(count: number, make: (place: number) => Item) => Array.from({ length: count }, (_, place) => make(place))
const oneAddress = '203.0.113.7'
const addressNumber = (place: number) => `198.51.${Math.floor(place / 250)}.${place % 250}`

describe.each(sides)('wrong codes %s', (side, open) => {
  let county: County
  const atOnce = side === 'embedded' ? often(600, 10_000) : often(90, 600)
  beforeEach(async () => {
    county = await openCounty(open)
  })
  afterEach(() => county.end())

  const look = (code: string, caller = newcomer(oneAddress)) => apiOf((body) => county.house.serve(body, caller)).claims.look({ code })

  it(
    'asked all at once from one address teach no more of them than the address may',
    async () => {
      const { TOO_MANY_TRIES: turnedAway = 0, ...others } = await outcomesOf(
        county,
        many(atOnce, () => newcomer(oneAddress)),
        anyCode,
      )
      // Whoever hears anything else than that they asked too often may have learned something, from a failure too.
      expect(atOnce - turnedAway).toBeLessThanOrEqual(triesPerAddress)
      expect(Object.keys(others).filter((code) => !['CODE_UNKNOWN', 'BUSY'].includes(code))).toEqual([])
      await outcomesOf(
        county,
        many(triesPerAddress - (atOnce - turnedAway), () => newcomer(oneAddress)),
        anyCode,
      )
      expect(await look(county.code)).toMatchObject({ code: 'TOO_MANY_TRIES' })
      county.clock.forward(hourMs)
      expect(await look(county.code)).toMatchObject({ ok: true })
    },
    patienceMs,
  )

  it(
    'asked all at once by one phone teach it no more than it may',
    async () => {
      const phone = newcomer(oneAddress)
      const { TOO_MANY_TRIES: turnedAway = 0 } = await outcomesOf(
        county,
        many(40, () => phone),
        anyCode,
      )
      expect(40 - turnedAway).toBeLessThanOrEqual(triesPerCaller)
      for (let left = triesPerCaller; left > 0; left -= 1) await look(anyCode(), phone)
      expect(await look(county.code, phone)).toMatchObject({ code: 'TOO_MANY_TRIES' })
      expect(await look(county.code)).toMatchObject({ ok: true })
    },
    patienceMs,
  )

  it(
    'do not come from right ones: a hall of thirty behind one address uses nothing up',
    async () => {
      const hall = many(30, () => newcomer(oneAddress))
      for (const turn of [1, 2, 3]) expect([turn, await outcomesOf(county, hall, () => county.code)]).toEqual([turn, { ok: 30 }])
      expect(
        await outcomesOf(
          county,
          many(triesPerAddress, () => newcomer(oneAddress)),
          anyCode,
        ),
      ).not.toHaveProperty('TOO_MANY_TRIES')
      expect(await look(anyCode())).toMatchObject({ code: 'TOO_MANY_TRIES' })
    },
    patienceMs,
  )

  it('that cannot be counted are not answered, and right ones neither', async () => {
    const fail = () => Promise.reject(new Error('the disk is full'))
    const broken = { transact: fail, insertOnce: fail, take: fail, giveBack: fail }
    const db: Database = new Proxy(county.db, { get: (target, name) => Reflect.get(name in broken ? broken : target, name) })
    const house = county.houseWith({ db })
    const callers = many(2, () => newcomer(oneAddress))
    expect(await outcomesOf({ house }, callers, (place) => (place === 0 ? county.code : anyCode()))).toEqual({ UNAVAILABLE: 2 })
  })
})

describe('wrong codes from many addresses', () => {
  let county: County
  beforeAll(async () => {
    county = await openCounty(sides[0][1])
  })
  afterAll(() => county.end())
  const callerAt = (place: number) => newcomer(addressNumber(place))
  const alarms = () => county.lines.filter(({ action }) => action === 'alarm.codes')

  it(
    'close the whole deployment to strangers for the rest of the hour, and say so once',
    async () => {
      const administrator = newcomer(oneAddress)
      const own = apiOf((body) => county.house.serve(body, administrator)).claims
      const { personId } = dataOf(await own.bind({ code: county.code }))
      const askers = many(triesInAll + 500, callerAt)
      const atOnce = 250
      const all: Record<string, number> = {}
      for (let from = 0; from < askers.length; from += atOnce) {
        const outcomes = await outcomesOf(county, askers.slice(from, from + atOnce), anyCode)
        for (const [code, count] of Object.entries(outcomes)) all[code] = (all[code] ?? 0) + count
      }
      const { CODE_UNKNOWN: learned = 0, CODES_PAUSED: paused = 0, ...others } = all
      expect(others).toEqual({})
      expect(learned + paused).toBe(askers.length)
      expect(learned).toBeGreaterThanOrEqual(triesInAll)
      expect(learned).toBeLessThan(triesInAll + atOnce)
      expect(alarms()).toEqual([expect.objectContaining({ outcome: 'CODES_PAUSED', error: expect.stringContaining('wrong codes') })])
      // Whoever is known on the phone already is no stranger: a household's next one is let in.
      const { code } = dataOf(await apiOf((body) => county.house.serve(body, administrator)).claims.issue({ personId }))
      expect(await apiOf((body) => county.house.serve(body, administrator)).claims.look({ code })).toMatchObject({ ok: true })
      expect(await outcomesOf(county, [callerAt(0), callerAt(1)], () => code)).toEqual({ CODES_PAUSED: 2 })
      expect(alarms()).toHaveLength(1)
      county.clock.forward(hourMs)
      expect(await outcomesOf(county, [callerAt(0)], () => code)).toEqual({ ok: 1 })
    },
    patienceMs,
  )
})
