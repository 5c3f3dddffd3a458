/** Ten thousand codes tried, from one address and from many, each with a token of its own: none opens, and every one is counted. */
import { triesPerAddress } from '#shared/claims/rules'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { type Caller, deviceOf } from '../../cloudfunctions/runtime/identity'
import { everyPage } from '../../cloudfunctions/runtime/page'
import { triesCollection } from '../../cloudfunctions/runtime/tries'
import { apiOf, dataOf, newVillage, type Village } from '../village/village'

const attempts = 10_000
const atOnce = 250

describe('guessing codes', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage()
    // Codes are out for a whole branch: there is something to be hit.
    dataOf(await village.as('老王').claims.issueSheet({}))
  })
  afterAll(() => village.close())

  /** How the attempts came out, by code. */
  const guess = async (addressOf: (attempt: number) => string): Promise<Readonly<Record<string, number>>> => {
    const outcomes: Record<string, number> = {}
    for (let from = 0; from < attempts; from += atOnce) {
      const replies = await Promise.all(
        Array.from({ length: atOnce }, (_, place) => {
          const caller: Caller = { address: addressOf(from + place), via: 'h5', device: deviceOf(systemChance.token()) }
          return apiOf((body) => village.house.serve(body, caller)).claims.bind({ code: systemChance.code() })
        }),
      )
      for (const reply of replies) {
        const outcome = reply.ok ? 'accepted' : reply.code
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      }
    }
    return outcomes
  }
  /** Each wrong code is counted for its token and for its address: the address is enough. */
  const counted = async (): Promise<number> => {
    const rows = await everyPage((after) => village.db.list(triesCollection, { range: { to: '~' }, limit: 100, ...after }))
    return rows.filter(({ _id }) => /^\d+_a/.test(_id)).reduce((sum, { wrong }) => sum + wrong, 0)
  }

  it('from one address ends when its hour is used up', async () => {
    const outcomes = await guess(() => '10.0.0.1')
    const { CODE_UNKNOWN = 0, TOO_MANY_TRIES = 0, ...others } = outcomes
    expect(others).toEqual({})
    expect(CODE_UNKNOWN + TOO_MANY_TRIES).toBe(attempts)
    // Those already on their way when the bound was reached are counted as well.
    expect(CODE_UNKNOWN).toBeGreaterThanOrEqual(triesPerAddress)
    expect(CODE_UNKNOWN).toBeLessThanOrEqual(triesPerAddress + atOnce)
    expect(await counted()).toBe(CODE_UNKNOWN)
  }, 180_000)

  it('from many addresses opens nothing, and every try is counted', async () => {
    const before = await counted()
    const outcomes = await guess((attempt) => `10.1.${Math.floor(attempt / 50) % 200}.${attempt % 50}`)
    expect(outcomes).toEqual({ CODE_UNKNOWN: attempts })
    expect(await counted()).toBe(before + attempts)
  }, 180_000)
})
