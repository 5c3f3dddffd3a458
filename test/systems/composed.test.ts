/**
 * An action that composes what other features keep says no more of it than their own actions would: nothing while the system is off,
 * and no draft to anybody but its secretary. Every query of the contracts is asked in every seat, so that a new one is tried as well.
 */
import { printedUntil } from '#shared/claims/rules'
import { contracts as all } from '#shared/contracts'
import type { Contracts } from '#shared/kernel/contract'
import { roles } from '#shared/kernel/organisation'
import { systemOfFeature } from '#shared/systems/ids'
import { type Foreign, inputFrom, layNextDoor, schemaOf } from '../contracts/foreign'
import { dataOf, holders, newVillage, themeDayPlan, type Village } from '../village/village'

const contracts: Contracts = all
const draft = { day: '2026-12-25', from: '09:00', to: '10:00', topic: '没发的题目', place: '没发的地方' }
/** What only the theme day and only the dues say. */
const told = { themeday: [themeDayPlan.topic, themeDayPlan.place, draft.topic, draft.place], dues: ['"inHandFen"'] }

const composed = Object.entries(contracts).flatMap(([feature, verbs]) =>
  systemOfFeature[feature] !== undefined
    ? []
    : Object.entries(verbs).flatMap(([verb, { kind, allow, input }]) =>
        kind !== 'query'
          ? []
          : roles.flatMap((role) => (allow === 'anyone' || allow[role] ? [{ name: `${feature}.${verb}`, role, input }] : [])),
      ),
)

describe('what is composed of another feature', () => {
  let village: Village
  let own: Foreign
  beforeAll(async () => {
    village = await newVillage()
    await village.staff()
    const { personId, memberId, groupId = '' } = village.person('徐大勇')
    const place = { branch: village.branchId, committee: village.committeeId, group: groupId }
    own = { ...(await layNextDoor(village)), ...place, person: personId, member: memberId }
    await village.themeDay('06:00')
    const { dues, themeday } = village.as('老王')
    const payerId = village.person('张大爷').memberId
    dataOf(await dues.start({ startMonth: '2026-11', farmerFen: 50 }))
    dataOf(await dues.approve({ memberId: payerId, from: '2026-11', kind: 'farmer', monthlyFen: 50 }))
    const payment = { dueFen: 50, day: themeDayPlan.day, way: 'cash', payer: { kind: 'self' } } as const
    dataOf(await dues.recordPayment({ memberId: payerId, months: ['2026-11'], ...payment }))
    dataOf(await themeday.create(draft))
  })
  afterAll(() => village.close())

  const ask = async ({ name, role, input }: (typeof composed)[number]) =>
    JSON.stringify(await village.browser(holders[role]).raw({ action: name, input: inputFrom(schemaOf(input), own) }))

  it('the town sees on the desk what its own actions would show it', async () => {
    const { openItems } = dataOf(await village.as('方敏').roles.lookHandOver({ unitId: village.branchId }))
    expect(openItems.themeDays.map(({ topic }) => topic)).toEqual([themeDayPlan.topic])
    expect(openItems.dues).toEqual({ inHandFen: 50, openDays: 1 })
  })

  it.each(composed)('$name says no draft to $role', async (asked) => {
    const answer = await ask(asked)
    for (const word of [draft.topic, draft.place]) expect(answer).not.toContain(word)
  })

  describe('while the systems are off', () => {
    beforeAll(async () => {
      for (const system of ['themeday', 'dues'] as const) {
        dataOf(await village.as('沈文').systems.turn({ system, isOn: false, since: themeDayPlan.day, document: '青组发〔2026〕3号' }))
      }
    })

    it.each(composed)('$name says nothing of them to $role', async (asked) => {
      const answer = await ask(asked)
      for (const word of [...told.themeday, ...told.dues]) expect(answer).not.toContain(word)
    })

    it('a handover hands over nothing of them', async () => {
      const to = { personId: village.person('刘桂兰').personId }
      const { openItems } = dataOf(await village.as('方敏').roles.handOver({ unitId: village.branchId, to, claimsToo: false }))
      expect(openItems).toMatchObject({ themeDays: [], lateWaiting: 0 })
      expect(openItems).not.toHaveProperty('dues')
    })

    it('a sheet of codes runs out as if there were no theme days', async () => {
      const secretary = await village.claimAnew('刘桂兰')
      const { expiresAt } = dataOf(await secretary.claims.issueSheet({}))
      expect(expiresAt).toBe(printedUntil(village.clock.now(), { isThisMonthOver: false }))
    })
  })
})
