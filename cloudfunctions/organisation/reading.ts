/** The tree as it is read: level by level, and one unit with what it lies in. */
import { accept, refuse } from '#shared/kernel/contract'
import type { organisation } from '#shared/organisation/contract'
import type { Unit } from '#shared/organisation/model'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { seatsOf } from './shaping'
import type { OrganisationStore } from './store'

type Reading = Pick<FeatureHandlers<typeof organisation>, 'listUnits' | 'getUnit'>

export function readingHandlers(units: OrganisationStore): Reading {
  return {
    listUnits: async ({ scope, actor, input: { parentId, level, ...paging } }) => {
      const parent = await units.findReached(scope, seatsOf('listUnits', actor), parentId)
      if (parent === undefined) return refuse('NOT_FOUND')
      const page = await units.listBelow(parent, level, paging)
      return accept(answerPage(page, page.rows.map(lineOf)))
    },

    getUnit: async ({ scope, actor, input: { unitId } }) => {
      const unit = await units.findReached(scope, seatsOf('getUnit', actor), unitId)
      if (unit === undefined) return refuse('NOT_FOUND')
      const above = await units.pathOf(unit)
      const { parentId, committeeId, branchId } = unit
      return accept({
        ...lineOf(unit),
        ...(parentId === undefined ? {} : { parentId }),
        ...(committeeId === undefined ? {} : { committeeId }),
        ...(branchId === undefined ? {} : { branchId }),
        path: above.map(({ _id, level, name }) => ({ unitId: _id, level, name })),
      })
    },
  }
}

function lineOf({ _id, level, name, kind, closedAt }: Unit) {
  return { unitId: _id, level, name, ...(kind === undefined ? {} : { kind }), ...(closedAt === undefined ? {} : { closedAt }) }
}
