/** The office of secretary changes hands: one flow, one transaction, and what the successor finds on the desk. */
import { mayOpen } from '#shared/claims/rules'
import { accept, refuse } from '#shared/kernel/contract'
import type { Scope } from '#shared/kernel/organisation'
import { heldAt } from '#shared/kernel/organisation'
import type { RoleGrant, Unit } from '#shared/organisation/model'
import type { roles } from '#shared/roles/contract'
import { decideHandOver, isOver } from '#shared/roles/rules'
import { isUntold, seesDrafts, stateOf } from '#shared/themeday/rules'
import { withoutOpenCode, writeGrants } from '../claims/binding'
import type { FeatureHandlers } from '../runtime/handlers'
import type { Actor } from '../runtime/identity'
import { forgetDevices, grantOf, type RoleTools, receiveSecretary, seatsOf, termOf } from './rights'
import { grantsIn } from './store'

type HandOverHandlers = Pick<FeatureHandlers<typeof roles>, 'lookHandOver' | 'handOver'>

interface Asked {
  readonly scope: Scope
  readonly actor: Actor
  readonly now: number
}

export function handOverHandlers(tools: RoleTools): HandOverHandlers {
  const { roles: store, organisation, members } = tools

  /** Whoever holds an office in the unit now or later; a unit has a handful. */
  const officersIn = async (unit: Unit, now: number): Promise<readonly RoleGrant[]> =>
    (await store.listIn(unit, { limit: 100 })).rows.filter((grant) => !isOver(grant, now))

  return {
    lookHandOver: async ({ scope, actor, input, now }) => {
      const unit = await organisation.findReached(scope, seatsOf(actor), input.unitId)
      if (unit === undefined) return refuse('NOT_FOUND')
      if (!heldAt.secretary.includes(unit.level)) return refuse('NO_SECRETARY_HERE')
      const officers = await officersIn(unit, now)
      const [holders, open] = await Promise.all([holdersOf(tools, officers), whatIsOpen(tools, { scope, actor, now }, unit)])
      const secretaries = officers.flatMap(({ role, personId, unitId, ...term }) => {
        const name = holders.get(personId)?.name
        return role === 'secretary' && unitId === unit._id && name !== undefined ? [{ personId, name, ...termOf(term) }] : []
      })
      return accept({ unitName: unit.name, secretaries, openItems: { ...open, unclaimed: unclaimedOf(officers, holders) } })
    },

    handOver: async ({ scope, actor, input, made, now, transact }) => {
      const [unit, to] = await Promise.all([
        organisation.findReached(scope, seatsOf(actor), input.unitId),
        members.findPerson(scope, input.to.personId),
      ])
      if (unit === undefined || unit.closedAt !== undefined || to === undefined) return refuse('NOT_FOUND')
      const officers = await officersIn(unit, now)
      const mine = grantOf(made, unit, to._id, 'secretary', {})
      const held = officers.find(({ _id }) => _id === mine._id)
      const decision = decideHandOver({ now, level: unit.level, isSelf: to._id === actor.personId, name: to.name, held })
      if (!decision.ok) return decision

      const leaving = officers.filter(({ role, unitId, _id }) => role === 'secretary' && unitId === unit._id && _id !== mine._id)
      // The old hand may have given out codes that nobody used yet: those of officers open the office, the successor's above all.
      const codesOf = input.claimsToo ? officers.map(({ personId }) => personId) : []
      const personIds = [...new Set([to._id, ...leaving.map(({ personId }) => personId), ...codesOf])]
      const [holders, open, grants] = await Promise.all([
        holdersOf(tools, officers),
        whatIsOpen(tools, { scope, actor, now }, unit),
        Promise.all(personIds.map((personId) => organisation.grantsOfPerson(personId))),
      ])
      const changed = [...leaving.map((grant) => ({ ...grant, made, until: now })), mine]
      const before = await Promise.all(changed.map((grant) => members.findHolder(grant)))
      const answer = {
        unitName: unit.name,
        at: now,
        from: [...new Set(leaving.flatMap(({ personId }) => holders.get(personId)?.name ?? []))],
        openItems: {
          ...open,
          unclaimed: unclaimedOf(
            officers.filter((grant) => !leaving.includes(grant)),
            holders,
          ),
        },
      }
      const outcome = await transact(async (tx) => {
        if (!(await receiveSecretary(tools, tx, unit))) return refuse('NOT_FOUND')
        let closedCodes = 0
        let hasClaimed = false
        for (const [place, personId] of personIds.entries()) {
          const person = await members.getPerson(tx, personId)
          if (person === undefined) continue
          const own = changed.filter((grant) => grant.personId === personId)
          // Most officers hold no code and change nothing: a branch's hand-over must fit one transaction of the cloud.
          if (own.length === 0 && withoutOpenCode(person, now) === person) continue
          const held = await grantsIn(tx, person, grants[place] ?? [])
          // Of whoever holds an office further up as well, the code is not theirs to close.
          const closed = mayOpen(actor.grants, await organisation.officesIn(tx, held, now)) ? withoutOpenCode(person, now) : person
          if (closed !== person) closedCodes += 1
          const after = await writeGrants(tx, tools, { person: closed, held, changed: own, now })
          if (personId === to._id) hasClaimed = after.devices.length > 0
        }
        return accept({ ...answer, to: { personId: to._id, name: to.name, hasClaimed }, closedCodes })
      })
      forgetDevices(tools, before)
      return outcome
    },
  }
}

type Holders = Awaited<ReturnType<typeof holdersOf>>

function holdersOf({ members }: RoleTools, officers: readonly RoleGrant[]) {
  return members.officeHolders(officers.map(({ personId }) => personId))
}

function unclaimedOf(officers: readonly RoleGrant[], holders: Holders) {
  return officers.flatMap(({ role, personId }) => {
    const holder = holders.get(personId)
    return holder === undefined || holder.hasClaimed ? [] : [{ name: holder.name, role }]
  })
}

/** What somebody has begun and nobody finished. A general branch keeps no theme days of its own. */
async function whatIsOpen(tools: RoleTools, asked: Asked, { branchId }: Unit) {
  if (branchId === undefined) return { themeDays: [], lateWaiting: 0 }
  // One behind the other: the switches that the first one read are remembered for the second.
  const days = await tools.systems.whileOn('themeday', asked.now, () => openDays(tools, asked, branchId))
  const money = await tools.systems.whileOn('dues', asked.now, () => openMoney(tools, asked, branchId))
  return { ...(days ?? { themeDays: [], lateWaiting: 0 }), ...(money === undefined ? {} : { dues: money }) }
}

/** A draft is its secretary's alone, here as in the list of theme days. */
async function openDays({ themeDays }: RoleTools, { scope, actor, now }: Asked, branchId: string) {
  const [days, late] = await Promise.all([
    themeDays.list(scope, branchId, { limit: 3 }),
    themeDays.listWaiting(scope, branchId, { limit: 100 }),
  ])
  const open = days.rows.flatMap((day) => {
    const state = stateOf(day, now)
    const isSaid = day.stage !== 'cancelled' && (!isUntold(day) || seesDrafts(actor, branchId))
    return state === 'over' || !isSaid ? [] : [{ month: day.month, topic: day.topic, startsAt: day.startsAt, state }]
  })
  return { themeDays: open, lateWaiting: late.rows.length }
}

async function openMoney({ dues }: RoleTools, { scope }: Asked, branchId: string) {
  const till = await dues.findTill(scope, branchId)
  const collected = await dues.findDays(scope, branchId, till?.days ?? [])
  const money = { inHandFen: till?.inHandFen ?? 0, openDays: collected.filter(({ stage }) => stage !== 'closed').length }
  return money.inHandFen === 0 && money.openDays === 0 ? undefined : money
}
