/** What waits for the second pair of eyes: days that were counted, and lines out of the book of paper. */
import { isNamed, isOpeningOver, type Signer } from '#shared/dues/approving'
import type { dues as contract } from '#shared/dues/contract'
import { receiptId, yearOf } from '#shared/dues/ids'
import type { DuesBook } from '#shared/dues/model'
import type { DuesDay } from '#shared/dues/money-model'
import { movedBy } from '#shared/dues/standing'
import { accept } from '#shared/kernel/contract'
import { branchOf, type Scope } from '#shared/kernel/organisation'
import type { FeatureHandlers } from '../runtime/handlers'
import { type DuesTools, signerOf, wholeRoster } from './tools'
import { dayView, openingView, personsOfDay } from './views'

interface Eyes {
  readonly book: DuesBook
  readonly signer: Signer
  readonly now: number
}

/** How much of it there is: for the home page. */
export async function countToCheck(tools: DuesTools, scope: Scope, eyes: Eyes) {
  const [days, openings] = await Promise.all([daysFor(tools, scope, eyes), openingsFor(tools, scope, eyes)])
  return { daysToCheck: days.length, openingsToSign: openings.length }
}

/** Counted days that have not gone up, in which this person had no hand: the till knows them. */
async function daysFor({ dues }: Pick<DuesTools, 'dues'>, scope: Scope, { book, signer }: Eyes): Promise<readonly DuesDay[]> {
  const till = await dues.findTill(scope, book.branchId)
  const days = await dues.findDays(scope, book.branchId, till?.days ?? [])
  return days.filter(({ stage, collectors, counted }) => stage === 'counted' && ![...collectors, counted?.by].includes(signer.personId))
}

/** Lines that somebody else entered and nobody signed, while they may still be signed. */
async function openingsFor(tools: DuesTools, scope: Scope, { book, signer, now }: Eyes) {
  if (isOpeningOver(book, now)) return []
  const roster = await wholeRoster(tools, scope, book.branchId)
  const terms = await tools.dues.termsOf(scope, roster)
  return roster.flatMap(({ _id: memberId, name }) => {
    const opening = terms.get(memberId)?.opening
    return opening === undefined || opening.signedAt !== undefined || opening.by === signer.personId ? [] : [{ memberId, name, opening }]
  })
}

export function toCheckHandler(tools: DuesTools): Pick<FeatureHandlers<typeof contract>, 'listToCheck'> {
  const { dues, members } = tools

  /** The second sees numbers and amounts, and nobody's name. */
  const receiptsIn = async (scope: Scope, branchId: string, days: readonly DuesDay[]) => {
    const ids = days.flatMap(({ day, numbers }) =>
      numbers === undefined
        ? []
        : Array.from({ length: numbers.last - numbers.first + 1 }, (_, place) => receiptId(branchId, yearOf(day), numbers.first + place)),
    )
    const entries = await dues.entriesNumbered(scope, branchId, ids)
    return ({ day }: DuesDay) =>
      entries.flatMap((entry) => {
        // Numbers run on over days: what was entered for another day in between is not of this one.
        if ((entry.kind !== 'receipt' && entry.kind !== 'reversal') || entry.day !== day) return []
        const { number, way } = entry
        return [{ number, fen: movedBy(entry), way, ...(entry.kind === 'reversal' ? { isReversal: true as const } : {}) }]
      })
  }

  return {
    listToCheck: async ({ scope, actor, now }) => {
      const branchId = branchOf(scope)
      const [book, signer] = await Promise.all([
        branchId === undefined ? undefined : dues.findBook(scope, branchId),
        signerOf(tools, scope, actor),
      ])
      if (branchId === undefined || book === undefined || !isNamed(book, signer)) return accept({ days: [], openings: [] })
      const eyes = { book, signer, now }
      const [days, openings] = await Promise.all([daysFor(tools, scope, eyes), openingsFor(tools, scope, eyes)])
      const persons = [...days.flatMap(personsOfDay), ...openings.map(({ opening }) => opening.by)]
      const [names, receiptsOf] = await Promise.all([members.namesOf([...new Set(persons)]), receiptsIn(scope, branchId, days)])
      const nameOf = (personId: string) => names.get(personId) ?? ''
      return accept({
        days: days.map((day) => ({ ...dayView(day, nameOf, now), receipts: receiptsOf(day) })),
        openings: openings.map(({ memberId, name, opening }) => ({ memberId, name, ...openingView(opening, nameOf) })),
      })
    },
  }
}
