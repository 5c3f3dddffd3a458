/** How a branch keeps its dues, and the county's one setting. */
import { decideStart, isOpeningOver, openingEndsAt } from '#shared/dues/approving'
import type { dues as contract } from '#shared/dues/contract'
import type { DuesBook } from '#shared/dues/model'
import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import { countyId } from '#shared/organisation/ids'
import type { FeatureHandlers } from '../runtime/handlers'
import { branchIn, type DuesTools, notStarted } from './tools'

type SettingHandlers = Pick<
  FeatureHandlers<typeof contract>,
  'getBook' | 'start' | 'setHowToPay' | 'nameCheckers' | 'getTerms' | 'setRounding'
>

export function settingHandlers({ dues, members }: DuesTools): SettingHandlers {
  const roundingNow = async () => (await dues.findTerms())?.rounding ?? 'fen'
  return {
    getBook: async ({ scope, now }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [rounding, book] = await Promise.all([roundingNow(), dues.findBook(scope, branchId)])
      if (book === undefined) return accept({ rounding })
      const { startMonth, farmerFen, howToPay, checkers } = book
      const found = await members.findMembers(scope, checkers)
      return accept({
        rounding,
        book: {
          ...{ startMonth, farmerFen },
          ...(howToPay === undefined ? {} : { howToPay }),
          ...(isOpeningOver(book, now) ? {} : { openingEndsAt: openingEndsAt(book) }),
          checkers: [...found.values()].map(({ _id: memberId, name }) => ({ memberId, name })),
        },
      })
    },

    start: async ({ scope, input: { startMonth, farmerFen }, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const book = await dues.getBook(tx, branchId)
        const till = await dues.getTill(tx, branchId)
        const decision = decideStart({ startMonth, book, hasEntries: till !== undefined, farmerFen, now })
        if (!decision.ok) return decision
        const blank: DuesBook = { _id: branchId, v: 1, made, branchId, startMonth, startedAt: now, farmerFen, checkers: [] }
        await dues.putBook(tx, book === undefined ? blank : { ...book, made, startMonth, farmerFen })
        return accept({ startMonth })
      })
    },

    setHowToPay: async ({ scope, input: { howToPay }, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const book = await dues.getBook(tx, branchId)
        if (book === undefined) return notStarted
        await dues.putBook(tx, { ...book, howToPay })
        return accept({ howToPay })
      })
    },

    nameCheckers: async ({ scope, input: { memberIds }, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const found = await members.findMembers(scope, memberIds)
      if (found.size !== new Set(memberIds).size) return refuse('NOT_FOUND')
      const probationary = [...found.values()].find(({ membership }) => membership !== 'full')
      if (probationary !== undefined) return refuse('NOT_FULL', { name: probationary.name })
      return transact(async (tx) => {
        const book = await dues.getBook(tx, branchId)
        if (book === undefined) return notStarted
        const checkers = [...found.keys()]
        await dues.putBook(tx, { ...book, checkers })
        return accept({ memberIds: checkers })
      })
    },

    getTerms: async () => accept({ rounding: await roundingNow() }),

    setRounding: async ({ scope, input: { rounding }, made, transact }) => {
      if (!scope.all) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        await dues.putTerms(tx, { _id: countyId, v: 1, made, rounding })
        return accept({ rounding })
      })
    },
  }
}
