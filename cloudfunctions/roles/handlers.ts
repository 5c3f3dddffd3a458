import { accept, refuse, repeat } from '#shared/kernel/contract'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import type { Unit } from '#shared/organisation/model'
import type { roles } from '#shared/roles/contract'
import { decideGrant, decideRevoke, isOver, mayGrant } from '#shared/roles/rules'
import { writeGrants } from '../claims/binding'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { candidatesOf } from './candidates'
import { handOverHandlers } from './hand-over'
import { forgetDevices, grantOf, officesOver, type RoleTools, receiveSecretary, seatsOf, termOf } from './rights'
import { grantsIn } from './store'

export function roleHandlers(tools: RoleTools): FeatureHandlers<typeof roles> {
  const { roles: store, organisation, members, chance } = tools

  return {
    ...handOverHandlers(tools),

    grant: async ({ scope, actor, input, made, now, transact }) => {
      const { role, to, from, until, isActing } = input
      const unit = await organisation.findReached(scope, seatsOf(actor), input.unitId)
      const known = 'personId' in to ? await members.findPerson(scope, to.personId) : undefined
      if (unit === undefined || unit.closedAt !== undefined || ('personId' in to && known === undefined)) return refuse('NOT_FOUND')
      const person = known ?? newcomer(made, chance.id(), 'name' in to ? to.name : '', unit)
      const [held, secretaries] = await Promise.all([
        known === undefined ? [] : organisation.grantsOfPerson(known._id),
        role === 'secretary' ? store.secretariesOf(unit) : [],
      ])
      const granted = grantOf(made, unit, person._id, role, { from, until, isActing })
      const decision = decideGrant({
        ...{ now, role, level: unit.level, offices: officesOver(actor, unit), isSelf: person._id === actor.personId },
        isMemberHere: person.memberId !== undefined && (unit.branchId === undefined || person.branchId === unit.branchId),
        term: granted,
        held: held.find(({ _id }) => _id === granted._id),
        otherSecretaries: secretaries.filter((other) => other._id !== granted._id && !other.isActing && !isOver(other, now)).length,
      })
      if (!decision.ok) return decision
      const answerFor = ({ devices }: Person) => ({
        ...{ grantId: granted._id, personId: person._id, name: person.name },
        hasClaimed: devices.length > 0,
      })
      if (decision.data === 'again') return repeat(answerFor(person))
      const outcome = await transact(async (tx) => {
        const isOpen =
          role === 'secretary' ? await receiveSecretary(tools, tx, unit) : (await organisation.receive(tx, unit._id)) !== undefined
        const latest = known === undefined ? person : await members.getPerson(tx, person._id)
        if (!isOpen || latest === undefined) return refuse('NOT_FOUND')
        if (known === undefined) await members.insertPerson(tx, person)
        return accept(
          answerFor(await writeGrants(tx, tools, { person: latest, held: await grantsIn(tx, latest, held), changed: [granted], now })),
        )
      })
      forgetDevices(tools, [known])
      return outcome
    },

    revoke: async ({ scope, actor, input, made, now, transact }) => {
      const grant = await store.findUnchecked(input.grantId)
      const unit = grant && (await organisation.findReached(scope, seatsOf(actor), grant.unitId))
      if (grant === undefined || unit === undefined) return refuse('NOT_FOUND')
      const [held, secretaries, whose] = await Promise.all([
        organisation.grantsOfPerson(grant.personId),
        store.secretariesOf(unit),
        members.findHolder(grant),
      ])
      const decision = decideRevoke({
        ...{ now, role: grant.role, term: grant, offices: officesOver(actor, unit), isSelf: grant.personId === actor.personId },
        others: secretaries.filter(({ _id }) => _id !== grant._id),
      })
      if (!decision.ok) return decision
      if (decision.data === 'again') return repeat({ grantId: grant._id, until: grant.until ?? now })
      const outcome = await transact(async (tx) => {
        const isOpen = grant.role !== 'secretary' || (await receiveSecretary(tools, tx, unit))
        const person = await members.getPerson(tx, grant.personId)
        if (!isOpen || person === undefined) return refuse('NOT_FOUND')
        await writeGrants(tx, tools, { person, held: await grantsIn(tx, person, held), changed: [{ ...grant, made, until: now }], now })
        return accept({ grantId: grant._id, until: now })
      })
      forgetDevices(tools, [whose])
      return outcome
    },

    list: async ({ scope, actor, input: { unitId, ...paging }, now }) => {
      const unit = await organisation.findReached(scope, seatsOf(actor), unitId)
      if (unit === undefined) return refuse('NOT_FOUND')
      const page = await store.listIn(unit, paging)
      const standing = page.rows.filter((grant) => !isOver(grant, now))
      const [holders, plates] = await Promise.all([
        members.officeHolders(standing.map(({ personId }) => personId)),
        organisation.nameplates([...new Set(standing.map((grant) => grant.unitId))]),
      ])
      const offices = officesOver(actor, unit)
      const rows = standing.flatMap(({ _id, role, personId, unitId: where, from, until, isActing }) => {
        const holder = holders.get(personId)
        if (holder === undefined) return []
        const mayRevoke = role !== 'member' && personId !== actor.personId && mayGrant(offices, role)
        const term = termOf({ from, until, isActing })
        return [{ grantId: _id, role, unitName: plates.get(where)?.name ?? '', ...holder, ...term, mayRevoke }]
      })
      return accept(answerPage(page, rows))
    },

    listCandidates: async ({ scope, actor, input: { unitId, ...paging }, now }) => {
      const unit = await organisation.findReached(scope, seatsOf(actor), unitId)
      return unit === undefined ? refuse('NOT_FOUND') : accept(await candidatesOf(tools, scope, unit, paging, now))
    },
  }
}

/** Somebody who is on no roster: named in a unit, counted nowhere. */
function newcomer(made: Made, _id: string, name: string, { _id: unitId, branchId }: Unit): Person {
  const place = branchId === undefined ? { unitId } : { unitId: branchId, branchId }
  return { _id, v: 1, made, name, ...place, devices: [], grantIds: [] }
}
