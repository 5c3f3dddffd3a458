/** Making a device unknown again: by the secretary, or by whoever holds a phone that was made known as somebody else. */
import type { claims } from '#shared/claims/contract'
import { mayOpen } from '#shared/claims/rules'
import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import { grantsIn } from '../roles/store'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { letGoOf, withoutOpenCode } from './binding'
import type { ClaimTools } from './handlers'

type UnbindingHandlers = Pick<FeatureHandlers<typeof claims>, 'unbind' | 'notMe' | 'listReports' | 'closeReport'>
type Tools = Pick<ClaimTools, 'claims' | 'members' | 'organisation' | 'devices' | 'chance'>

export function unbindingHandlers({ claims: store, members, organisation, devices, chance }: Tools): UnbindingHandlers {
  return {
    unbind: async ({ scope, actor, input, now, transact }) => {
      const found = await members.findPerson(scope, input.personId)
      if (found === undefined) return refuse('NOT_FOUND')
      const grants = await organisation.grantsNotNamed(found)
      const outcome = await transact(async (tx) => {
        const person = await members.getPerson(tx, found._id)
        if (person === undefined) return refuse('NOT_FOUND')
        const offices = await organisation.officesIn(tx, await grantsIn(tx, person, grants), now)
        if (person._id !== actor.personId && !mayOpen(actor.grants, offices)) return refuse('ABOVE_YOU')
        await members.putPerson(tx, withoutOpenCode(await letGoOf(tx, person, () => true), now))
        return accept({ letGo: person.devices.length })
      })
      for (const device of found.devices) devices.forget(device)
      return outcome
    },

    notMe: async ({ input, caller, made, transact }) => {
      const { device } = caller
      const known = device === undefined ? undefined : await devices.fresh(device)
      // Only what this very phone is known as: it says nothing about anybody else.
      if (device === undefined || !known?.persons.some(({ personId }) => personId === input.personId)) return refuse('NOT_FOUND')
      const reportId = chance.id()
      const outcome = await transact(async (tx) => {
        const person = await members.getPerson(tx, input.personId)
        if (person === undefined) return refuse('NOT_FOUND')
        await members.putPerson(tx, await letGoOf(tx, person, (one) => one === device))
        const { branchId } = person
        // Somebody of no branch has no secretary to tell: that it happened stands in the audit row.
        if (branchId === undefined) return accept({ isReported: false })
        await store.insertReport(tx, { _id: reportId, v: 1, made, personId: person._id, branchId, state: 'open' })
        return accept({ isReported: true })
      })
      devices.forget(device)
      return outcome
    },

    listReports: async ({ scope, input }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await store.listReports(scope, branchId, input)
      const names = await members.namesOf([...new Set(page.rows.map(({ personId }) => personId))])
      const rows = page.rows.map(({ _id, personId, made }) => ({ reportId: _id, personId, name: names.get(personId) ?? '', at: made.at }))
      return accept(answerPage(page, rows))
    },

    closeReport: async ({ scope, input, transact }) => {
      if ((await store.findReport(scope, input.reportId)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const report = await store.getReport(tx, input.reportId)
        if (report === undefined) return refuse('NOT_FOUND')
        await store.putReport(tx, { ...report, state: 'closed' })
        return accept({ state: 'closed' })
      })
    },
  }
}
