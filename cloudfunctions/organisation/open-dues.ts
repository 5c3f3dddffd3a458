/** What a branch leaves undone in its dues: asked before it is closed, or put below another committee. */
import { isDeepStrictEqual } from 'node:util'
import type { Scope } from '#shared/kernel/organisation'
import type { Unit } from '#shared/organisation/model'
import type { HeldDues, WaitingDues } from '#shared/organisation/open-dues'
import type { DuesStore } from '../dues/store'
import { Busy, type Transaction } from '../runtime/database'
import { everyPage } from '../runtime/page'
import type { SystemStore } from '../systems/store'

interface OpenDuesTools {
  readonly dues: DuesStore
  readonly systems: SystemStore
}

type Branch = Pick<Unit, '_id' | 'committeeId'>

export function openDues({ dues, systems }: OpenDuesTools) {
  const isOn = (now: number) => systems.isOn('dues', undefined, now)
  const hasHandIn = async (scope: Scope, { _id, committeeId }: Branch): Promise<boolean> =>
    committeeId !== undefined && dues.hasOpenHandIn(scope, committeeId, _id)
  const hasHardship = async (scope: Scope, { _id, committeeId }: Branch): Promise<boolean> => {
    if (committeeId === undefined) return false
    const asked = await everyPage((after) => dues.listOpenHardships(scope, committeeId, { limit: 100, ...after }))
    return asked.some(({ branchId }) => branchId === _id)
  }

  return {
    /**
     * By the branch's till, which must still be the same in the transaction. Money in hand is asked about where the county has turned the
     * dues off as well, though nothing else of them is said there: whoever holds it would hold it for nobody.
     */
    async heldBy(scope: Scope, branch: Branch, now: number) {
      const till = await dues.findTill(scope, branch._id)
      const held: HeldDues = { inHandFen: till?.inHandFen ?? 0, openDays: 0, hasHandIn: false }
      const mustBeUnchanged = async (tx: Transaction): Promise<void> => {
        if (!isDeepStrictEqual(till, await dues.holdTill(tx, branch._id))) throw new Busy()
      }
      if (!(await isOn(now))) return { held, mustBeUnchanged }
      const [days, isHandInOpen] = await Promise.all([dues.findDays(scope, branch._id, till?.days ?? []), hasHandIn(scope, branch)])
      const openDays = days.filter(({ stage }) => stage !== 'closed').length
      return { held: { ...held, openDays, hasHandIn: isHandInOpen }, mustBeUnchanged }
    },

    /**
     * What nobody would see any more at the committee that the branch leaves. Nothing where the dues are off: nobody there could answer it,
     * and when they are on again the branch asks and sends anew.
     */
    async leftBehind(scope: Scope, branch: Branch, above: Pick<Unit, 'committeeId'>, now: number): Promise<WaitingDues> {
      const stays = branch.committeeId === above.committeeId
      if (stays || !(await isOn(now))) return { hasHandIn: false, hasHardship: false }
      const [handIn, hardship] = await Promise.all([hasHandIn(scope, branch), hasHardship(scope, branch)])
      return { hasHandIn: handIn, hasHardship: hardship }
    },
  }
}
