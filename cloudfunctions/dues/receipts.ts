/** Receipts as they are handed out: one, or those of a day. */
import type { dues as contract } from '#shared/dues/contract'
import { receiptId, yearOf } from '#shared/dues/ids'
import type { Receipt } from '#shared/dues/model'
import { accept, refuse } from '#shared/kernel/contract'
import type { Scope } from '#shared/kernel/organisation'
import type { FeatureHandlers } from '../runtime/handlers'
import { branchIn, type DuesTools } from './tools'
import { entryView, personsIn } from './views'

type ReceiptHandlers = Pick<FeatureHandlers<typeof contract>, 'getReceipt' | 'listReceipts'>

export function receiptHandlers(tools: DuesTools): ReceiptHandlers {
  const { dues, members, organisation } = tools

  /** Of those who asked may see, also of somebody who has left the roster since. */
  const viewsOf = async (scope: Scope, branchId: string, receipts: readonly Receipt[]) => {
    const memberIds = [...new Set(receipts.map(({ memberId }) => memberId))]
    const [own, found, former, names, reversed, branch] = await Promise.all([
      Promise.all(memberIds.map((memberId) => members.findSelf(scope, memberId))),
      members.findMembers(scope, memberIds),
      members.findFormer(scope, memberIds),
      members.namesOf(personsIn(receipts)),
      dues.reversedOf(receipts.map(({ _id }) => _id)),
      organisation.nameplate(branchId),
    ])
    const owners = new Map([...former, ...found.values(), ...own.flatMap((member) => member ?? [])].map(({ _id, name }) => [_id, name]))
    const nameOf = (personId: string) => names.get(personId) ?? ''
    return receipts.flatMap((receipt) => {
      const name = owners.get(receipt.memberId)
      return name === undefined ? [] : [{ ...entryView(receipt, { nameOf, reversed }), name, branchName: branch?.name ?? '' }]
    })
  }

  return {
    getReceipt: async ({ scope, input: { entryId } }) => {
      const entry = await dues.findEntry(scope, entryId)
      if (entry?.kind !== 'receipt') return refuse('NOT_FOUND')
      const [receipt] = await viewsOf(scope, entry.branchId, [entry])
      return receipt === undefined ? refuse('NOT_FOUND') : accept(receipt)
    },

    listReceipts: async ({ scope, input: { day, after, limit = 100 } }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const { numbers } = (await dues.findDay(scope, branchId, day)) ?? {}
      if (numbers === undefined) return accept({ rows: [] })
      const from = Math.max(numbers.first, Number(after ?? 0) + 1)
      const to = Math.min(numbers.last, from + limit - 1)
      const ids = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => receiptId(branchId, yearOf(day), from + place))
      const entries = await dues.entriesNumbered(scope, branchId, ids)
      // Numbers run on over days: what was entered for another day in between is not of this one.
      const receipts = entries.filter((entry): entry is Receipt => entry.kind === 'receipt' && entry.day === day)
      const rows = await viewsOf(scope, branchId, receipts)
      return accept({ rows, ...(to < numbers.last ? { next: String(to) } : {}) })
    },
  }
}
