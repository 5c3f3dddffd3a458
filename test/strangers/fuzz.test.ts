/**
 * Whatever a stranger, a member or an officer sends, at the ends of what a contract allows and beyond them: it is answered, by data or
 * by a declared refusal in a whole sentence. Input is never a failure of the house.
 */
import { demoContracts } from '#shared/contracts'
import { type Action, assistOf, type Contracts, commonRefusals } from '#shared/kernel/contract'
import { roles } from '#shared/kernel/organisation'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { checkInFor } from '../assists/help'
import { type Foreign, layNextDoor, schemaOf } from '../contracts/foreign'
import { type Chance, chanceOf, oneOf } from '../dues/chance'
import { handUpDues } from '../dues/handing-up'
import { often, patienceMs } from '../setup/often'
import { type Browser, holders, newVillage, themeDayPlan, type Village } from '../village/village'
import { fitting, spoilt } from './inputs'

const contracts: Contracts = demoContracts
const times = often(10, 400)
const seeds = Array.from({ length: often(1, 12) }, (_, place) => 20_261_201 + place)
const largestAnswer = 2_000_000

const longest = ['x'.repeat(64), `${'9'.repeat(56)}_2026-11`, 'z'.repeat(120)]

/** What stands at home, beside what stands next door, by the names that inputs give it. */
async function layHome(village: Village): Promise<readonly Foreign[]> {
  const nextDoor = await layNextDoor(village)
  village.clock.set(themeDayPlan.day, '08:50')
  const { themeDayId } = await village.themeDay('08:50')
  const helped = village.person('黄丽')
  const checker = { memberId: village.person('刘桂兰').memberId, api: village.as('刘桂兰') }
  const people = { payerId: village.person('张大爷').memberId, checker }
  const handed = await handUpDues({ secretary: village.as('老王'), ...people, day: themeDayPlan.day })
  await checkInFor(village, { who: '徐大勇', whom: '黄丽', themeDayId })
  const { branchId: branch, committeeId: committee } = village
  const { personId: person, memberId: member, groupId: group = '' } = helped
  return [nextDoor, { themeDay: themeDayId, branch, committee, person, member, group, entry: handed.entryId, line: handed.lineId }]
}

describe.each(seeds)('whatever is sent (seed %i)', (seed) => {
  it.each(Object.keys(contracts))(
    'to %s is answered',
    async (feature) => {
      const village = await newVillage({ isDemonstration: true })
      await village.staff()
      const things = await layHome(village)
      const chance = chanceOf(seed)
      const real = things.flatMap((one) => Object.values(one)).filter((id) => id !== '')
      const unanswered: object[] = []
      for (let turn = 0; turn < times; turn += 1) {
        for (const [verb, action] of Object.entries(contracts[feature] ?? {})) {
          // Now and then all of them the longest that a contract takes: what is joined of several is longer still.
          const ids = chance(4) === 0 ? longest : real
          const idsFor = (name: string) => (/Ids?$/.test(name) ? ids : [])
          const whole = fitting(schemaOf(action.input), { chance, idsFor })
          const input = chance(3) === 0 ? spoilt(whole, chance) : whole
          const { browser, wish } = askerOf(village, chance, action)
          const body = { action: `${feature}.${verb}`, input, requestId: `fuzz-${turn}-${verb}`, ...wish }
          const reply = await browser.raw(body)
          const error = village.lines.at(-1)?.error
          if (error !== undefined || !isAnswer(action, reply)) unanswered.push({ body: JSON.stringify(body).slice(0, 2_000), reply, error })
        }
      }
      expect(unanswered).toEqual([])
      await village.close()
    },
    patienceMs,
  )
})

/** Data of a size a phone can take, or one of the refusals that are declared, in a sentence without holes. */
function isAnswer({ refusals }: Action, reply: AnyReply): boolean {
  if (reply.ok) return JSON.stringify(reply).length < largestAnswer
  const sentences: Readonly<Record<string, string>> = { ...commonRefusals, ...refusals }
  return reply.code !== 'UNAVAILABLE' && Object.hasOwn(sentences, reply.code) && !/[{}]/.test(reply.message)
}

/** Mostly somebody who may, else anybody; and now and then somebody who acts for another, said in odd ways. */
function askerOf(village: Village, chance: Chance, action: Action): { browser: Browser; wish: object } {
  const { allow } = action
  const able = roles.filter((role) => allow === 'anyone' || allow[role] !== undefined)
  const role = oneOf(chance, chance(3) > 0 ? able : roles)
  const browser = chance(10) === 0 ? village.newcomer() : village.browser(holders[role])
  if (assistOf(action).length === 0 || chance(3) > 0) return { browser, wish: {} }
  const memberId = oneOf(chance, [village.person('黄丽').memberId, '__proto__', 'x'.repeat(64), '张大爷', 'a b', '', '\ud800'])
  return { browser, wish: { for: { memberId, reason: oneOf(chance, ['noPhone', 'constructor', '']) } } }
}
