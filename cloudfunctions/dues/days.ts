/** A day of collecting, counted by one and checked by another. */
import type { Signer } from '#shared/dues/approving'
import { decideCard, decideCheck, decideCount, waitingOf } from '#shared/dues/closing'
import type { dues as contract } from '#shared/dues/contract'
import type { DuesDay } from '#shared/dues/money-model'
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { branchOf, type Scope } from '#shared/kernel/organisation'
import type { Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { branchIn, type DuesTools, namesIn, notStarted, signerOf } from './tools'
import { dayView, personsOfDay } from './views'

type DayHandlers = Pick<FeatureHandlers<typeof contract>, 'listDays' | 'countDay' | 'checkDay' | 'checkDayByCard'>

interface Seen {
  readonly day: string
  readonly count: number
  readonly sumFen: number
}

export function dayHandlers(tools: DuesTools): DayHandlers {
  const { dues, members, cards } = tools

  const namesOfDays = async (days: readonly DuesDay[]) => {
    const names = await members.namesOf([...new Set(days.flatMap(personsOfDay))])
    return (personId: string) => names.get(personId) ?? ''
  }

  /** The second signature, however it was given. */
  const check = async (
    tx: Transaction,
    branchId: string,
    seen: Seen,
    { signer, now, isByCard }: { readonly signer: Signer; readonly now: number; readonly isByCard: boolean },
  ) => {
    const book = await dues.holdBook(tx, branchId)
    if (book === undefined) return notStarted
    const duesDay = await dues.getDay(tx, branchId, seen.day)
    if (duesDay === undefined) return refuse('NOT_COUNTED')
    const nameOf = await namesIn(tools, tx, personsOfDay(duesDay))
    const decision = decideCheck({ duesDay, seen, nameOf, now, book, signer })
    if (!decision.ok) return decision
    const checked = { by: signer.personId, at: now, ...(isByCard ? { isByCard: true as const } : {}) }
    await dues.putDay(tx, { ...duesDay, stage: 'closed', checked })
    return accept(true)
  }

  return {
    listDays: async ({ scope, input, now }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await dues.listDays(scope, branchId, input)
      const days = page.rows.filter((day) => day.count > 0 || waitingOf(day, now).length > 0)
      const nameOf = await namesOfDays(days)
      return accept(
        answerPage(
          page,
          days.map((day) => dayView(day, nameOf, now)),
        ),
      )
    },

    countDay: async ({ scope, actor, input, now, transact }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const duesDay = await dues.getDay(tx, branchId, input.day)
        if (duesDay === undefined) return refuse('NOTHING_THAT_DAY')
        const nameOf = await namesIn(tools, tx, personsOfDay(duesDay))
        const decision = decideCount({ duesDay, seen: input, nameOf, now })
        if (!decision.ok) return decision
        await dues.putDay(tx, { ...duesDay, stage: 'counted', counted: { by: actor.personId, at: now } })
        return accept({ stage: 'counted' })
      })
    },

    checkDay: async ({ scope, actor, input, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const signer = await signerOf(tools, scope, actor)
      return transact(async (tx) => {
        const checked = await check(tx, branchId, input, { signer, now, isByCard: false })
        return checked.ok ? accept({ stage: 'closed' }) : checked
      })
    },

    checkDayByCard: async ({ scope, actor, input: { code, ...seen }, now, transact }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const found = await findSigner(scope, branchId, code)
      if (!found.ok) return found
      const { signer, name, shownTo } = found.data
      return transact(async (tx) => {
        const duesDay = await dues.getDay(tx, branchId, seen.day)
        const used = duesDay === undefined ? accept(true) : decideCard(duesDay, { enteredBy: actor.personId, shownTo })
        if (!used.ok) return used
        const checked = await check(tx, branchId, seen, { signer, now, isByCard: true })
        return checked.ok ? accept({ stage: 'closed', by: name }) : checked
      })
    },
  }

  async function findSigner(
    scope: Scope,
    branchId: string,
    code: string,
  ): Promise<
    Outcome<{ readonly signer: Signer; readonly name: string; readonly shownTo: readonly string[] }, 'CARD_UNKNOWN' | 'CARD_REPLACED'>
  > {
    const found = await cards.findCard(scope, code)
    if (found === undefined || found.member.branchId !== branchId) return refuse('CARD_UNKNOWN')
    if (found.isReplaced) return refuse('CARD_REPLACED')
    const { _id: memberId, personId, membership, name } = found.member
    return accept({ signer: { memberId, personId, isFull: membership === 'full' }, name, shownTo: found.shownTo })
  }
}
