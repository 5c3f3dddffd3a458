/** Receipts, what was paid at another branch, and reversals: each an entry that is added to the book. */
import { blankDay, blankTill, dayAfter, nextNumber, tillAfter } from '#shared/dues/closing'
import type { dues as contract } from '#shared/dues/contract'
import { duesDayId, elsewhereId, elsewhereReversalId, receiptId, yearOf } from '#shared/dues/ids'
import type { Account, DuesEntry, Payer, Receipt } from '#shared/dues/model'
import type { DuesDay, Till } from '#shared/dues/money-model'
import { accountsBy, decideMonths, decidePayment, decideReversal } from '#shared/dues/recording'
import { largeGiftFen } from '#shared/dues/rules'
import { settledAfter, settledIn } from '#shared/dues/standing'
import { accept, refuse } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import type { Found } from './store'
import { type DuesTools, namesIn, notStarted, readStanding, type StandingFacts } from './tools'

type RecordingHandlers = Pick<FeatureHandlers<typeof contract>, 'recordPayment' | 'recordElsewhere' | 'reverse'>

type Numbered = Extract<DuesEntry, { readonly number: number }>

export function recordingHandlers(tools: DuesTools): RecordingHandlers {
  const { dues, members, chance } = tools

  /** Who collected the months that are settled already: a refusal names them. */
  const collectorsOf = (tx: Transaction, { accounts }: StandingFacts, months: readonly string[]) =>
    namesIn(
      tools,
      tx,
      months.flatMap((month) => settledIn(accounts.get(yearOf(month)), month)?.by ?? []),
    )

  const settle = async (tx: Transaction, accounts: Iterable<Account>, entry: DuesEntry) => {
    for (const account of accounts) {
      await dues.putAccount(tx, { ...account, settled: [...settledAfter(account.settled, entry, account.year)] })
    }
  }

  /** Adds a numbered entry: till and day move with it, so that numbers have no gap and sums no other source. */
  const add = async (
    tx: Transaction,
    { till, duesDay }: { readonly till: Till; readonly duesDay: DuesDay | undefined },
    entry: Numbered,
  ) => {
    const { branchId, day, made } = entry
    await dues.insertDuesEntry(tx, entry)
    await dues.putTill(tx, tillAfter(till, entry))
    await dues.putDay(tx, dayAfter(duesDay ?? blankDay({ _id: duesDayId(branchId, day), branchId, day, made }), entry))
  }

  /** What the member said about these months is answered by what was recorded. */
  const answerNotes = async (tx: Transaction, memberId: string, months: readonly string[]) => {
    for (const month of months) {
      const note = await dues.getNote(tx, memberId, month)
      if (note !== undefined) await dues.putNote(tx, { ...note, state: 'recorded' })
    }
  }

  const tillIn = async (tx: Transaction, made: Made, branchId: string): Promise<Till> =>
    (await dues.getTill(tx, branchId)) ?? blankTill(branchId, made)

  /** Whose entry it is, also when they have left the roster since. */
  const findOwner = async (scope: Scope, memberId: string): Promise<Found | undefined> =>
    (await members.findMember(scope, memberId)) ?? (await members.findFormer(scope, [memberId]))[0]

  /** With the name that stands on the receipt; another member is one of those in reach. */
  const payerOf = async (scope: Scope, { kind, name, memberId }: Payer): Promise<Payer | undefined> => {
    if (kind === 'self') return { kind }
    if (kind === 'relative') return { kind, ...(name === undefined ? {} : { name }) }
    if (memberId === undefined) return { kind }
    const member = await members.findMember(scope, memberId)
    return member && { kind, memberId, name: member.name }
  }

  return {
    recordPayment: async ({ scope, actor, input, made, now, transact }) => {
      const { memberId, months, dueFen, giftFen = 0, day, way, payer, hasConsent, branchNote, checklist, tickedAt } = input
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const paidBy = await payerOf(scope, payer)
      if (paidBy === undefined) return refuse('NOT_FOUND')
      const { branchId, joinedOn, name } = member
      return transact(async (tx) => {
        const standing = await readStanding(tools, tx, member, months)
        if (standing === undefined) return notStarted
        const duesDay = await dues.getDay(tx, branchId, day)
        const nameOf = await collectorsOf(tx, standing, months)
        const decision = decidePayment({
          ...{ ...standing, accountOf: accountsBy(standing.accounts), months, joinedOn, name, nameOf, now },
          ...{
            dueFen,
            giftFen,
            payer: paidBy,
            hasConsent: hasConsent === true,
            branchNote,
            day,
            duesDay,
            isLargeGift: checklist !== undefined,
          },
        })
        if (!decision.ok) return decision
        const till = await tillIn(tx, made, branchId)
        const year = yearOf(day)
        const number = nextNumber(till, year)
        const receipt: Receipt = {
          ...{ _id: receiptId(branchId, year, number), v: 1, made, memberId, branchId, year, at: now, collectorId: actor.personId },
          ...{ kind: 'receipt', number, day, payer: paidBy, way },
          ...{ months: [...decision.data.months], giftFen, totalFen: decision.data.totalFen },
          // A phone may be ahead of the time; nothing was collected later than it arrived.
          ...(tickedAt === undefined || tickedAt > now ? {} : { tickedAt }),
          ...(branchNote === undefined ? {} : { branchNote }),
          ...(giftFen >= largeGiftFen ? { isLargeGift: true as const } : {}),
        }
        await add(tx, { till, duesDay }, receipt)
        await settle(tx, standing.accounts.values(), receipt)
        await answerNotes(tx, memberId, months)
        return accept({ entryId: receipt._id, year, number, totalFen: receipt.totalFen, at: now })
      })
    },

    recordElsewhere: async ({ scope, actor, input: { memberId, months, proof }, made, now, transact }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      const { branchId, joinedOn, name } = member
      const year = yearOf(dayOf(now))
      const entryId = elsewhereId(branchId, year, chance.id())
      return transact(async (tx) => {
        const standing = await readStanding(tools, tx, member, months)
        if (standing === undefined) return notStarted
        const nameOf = await collectorsOf(tx, standing, months)
        const decision = decideMonths({ ...standing, accountOf: accountsBy(standing.accounts), months, joinedOn, name, nameOf, now })
        if (!decision.ok) return decision
        const entry: DuesEntry = {
          ...{ _id: entryId, v: 1, made, memberId, branchId, year, at: now, collectorId: actor.personId },
          ...{ kind: 'elsewhere', months: [...decision.data], proof },
        }
        await dues.insertDuesEntry(tx, entry)
        // A book that has an entry keeps its month (`decideStart` asks the till).
        if ((await dues.getTill(tx, branchId)) === undefined) await dues.putTill(tx, blankTill(branchId, made))
        await settle(tx, standing.accounts.values(), entry)
        await answerNotes(tx, memberId, months)
        return accept({ entryId, at: now })
      })
    },

    reverse: async ({ scope, actor, input: { entryId, reason }, made, now, transact }) => {
      const entry = await dues.findEntry(scope, entryId)
      const owner = entry === undefined ? undefined : await findOwner(scope, entry.memberId)
      if (entry === undefined || owner === undefined) return refuse('NOT_FOUND')
      const { memberId, branchId } = entry
      const day = dayOf(now)
      const months = entry.kind === 'receipt' || entry.kind === 'elsewhere' ? entry.months.map(({ month }) => month) : []
      return transact(async (tx) => {
        const standing = await readStanding(tools, tx, owner, months)
        if (standing === undefined) return refuse('NOT_FOUND')
        const duesDay = await dues.getDay(tx, branchId, day)
        const isReversed = await dues.isReversed(tx, entryId)
        const decision = decideReversal({ entry, isReversed, day, duesDay })
        if (!decision.ok) return decision
        const common = {
          v: 1,
          made,
          memberId,
          branchId,
          year: yearOf(day),
          at: now,
          collectorId: actor.personId,
          reversedId: entryId,
        } as const
        if (entry.kind === 'elsewhere') {
          // Beside what it takes back, and of the same year: there is no money in it, and no number.
          const place = { _id: elsewhereReversalId(entryId), year: entry.year }
          const reversal: DuesEntry = { ...common, ...place, kind: 'elsewhereReversal', months, reason }
          await dues.insertDuesEntry(tx, reversal)
          await dues.markReversed(tx, made, entryId, reversal._id)
          await settle(tx, standing.accounts.values(), reversal)
          return accept({ entryId: reversal._id, at: now })
        }
        if (entry.kind !== 'receipt') return refuse('NOT_REVERSIBLE')
        const till = await tillIn(tx, made, branchId)
        const number = nextNumber(till, common.year)
        const { way, giftFen, totalFen, number: reversedNumber } = entry
        const reversal: Numbered = {
          ...{ ...common, _id: receiptId(branchId, common.year, number), kind: 'reversal', number, day, reversedNumber },
          ...{ way, months, giftFen, totalFen, reason },
        }
        await add(tx, { till, duesDay }, reversal)
        await dues.markReversed(tx, made, entryId, reversal._id)
        await settle(tx, standing.accounts.values(), reversal)
        return accept({ entryId: reversal._id, number, at: now })
      })
    },
  }
}
