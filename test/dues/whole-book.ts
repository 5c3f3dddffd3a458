/** All that a store keeps of a branch's dues, read as nobody may: by the proofs alone. */
import type { Account, DuesEntry } from '#shared/dues/model'
import type { BookLine, DuesDay, Till } from '#shared/dues/money-model'
import { nothing } from '#shared/kernel/organisation'
import type { DuesStore } from '../../cloudfunctions/dues/store'
import { everyPage } from '../../cloudfunctions/runtime/page'

/** Everything that is kept of a branch's dues, of all years. */
export interface WholeBook {
  readonly branchId: string
  readonly till: Till | undefined
  readonly days: readonly DuesDay[]
  readonly entries: readonly DuesEntry[]
  readonly lines: readonly BookLine[]
  readonly accounts: readonly Account[]
  /** entries and lines that are marked as taken back */
  readonly reversed: ReadonlySet<string>
}

/** Where a branch's dues are kept. */
export interface Kept {
  readonly dues: DuesStore
  readonly branchId: string
}

const everybody = { ...nothing, all: true }
/** Those a village's clock may come to, and the one that may be paid ahead. */
const years = ['2026', '2027', '2028'] as const

export async function wholeBook({ dues, branchId }: Kept): Promise<WholeBook> {
  const entries: DuesEntry[] = []
  const lines: BookLine[] = []
  const accounts: Account[] = []
  for (const year of years) {
    entries.push(...(await dues.listYear(everybody, branchId, year)))
    lines.push(...(await dues.listLines(everybody, branchId, year)))
    accounts.push(...(await dues.listAccounts(everybody, branchId, year)))
  }
  return {
    ...{ branchId, entries, lines, accounts },
    till: await dues.findTill(everybody, branchId),
    days: await everyPage((after) => dues.listDays(everybody, branchId, { limit: 100, ...after })),
    reversed: await dues.reversedOf([...entries, ...lines].map(({ _id }) => _id)),
  }
}
