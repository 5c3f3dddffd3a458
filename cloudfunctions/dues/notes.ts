/** What people say about dues without changing them: a member that they paid, a collector that nothing came, a phone what it still holds. */
import { blankDay, waitingAfter } from '#shared/dues/closing'
import type { dues as contract } from '#shared/dues/contract'
import { duesDayId, payNoteId, yearOf } from '#shared/dues/ids'
import { lastMonthFor } from '#shared/dues/recording'
import { settledIn } from '#shared/dues/standing'
import { accept, refuse } from '#shared/kernel/contract'
import { dayMs, dayOf, instantOf } from '#shared/kernel/day'
import type { FeatureHandlers } from '../runtime/handlers'
import { branchIn, type DuesTools, notStarted } from './tools'

type NoteHandlers = Pick<FeatureHandlers<typeof contract>, 'sayPaid' | 'answerNote' | 'sayWaiting'>

/** Ticks of longer ago were refused or sent long since. */
const waitingReachMs = 60 * dayMs

export function noteHandlers({ dues, members }: DuesTools): NoteHandlers {
  return {
    sayPaid: async ({ actor, input: { month, day, way }, made, now, transact }) => {
      const { memberId, branchId } = actor
      if (memberId === undefined || branchId === undefined) return refuse('NOT_FOUND')
      if (day > dayOf(now)) return refuse('DATED_AHEAD')
      return transact(async (tx) => {
        const book = await dues.holdBook(tx, branchId)
        if (book === undefined) return notStarted
        const terms = await dues.getMemberTerms(tx, memberId)
        if (month < book.startMonth || month > lastMonthFor(terms, now)) return refuse('INVALID_INPUT')
        const account = await dues.getAccount(tx, memberId, yearOf(month))
        if (settledIn(account, month) !== undefined) return refuse('PAID_ALREADY')
        const note = {
          _id: payNoteId(memberId, month),
          v: 1,
          made,
          memberId,
          branchId,
          month,
          day,
          way,
          at: now,
          state: 'waiting',
        } as const
        await dues.putNote(tx, note)
        return accept({ state: note.state })
      })
    },

    answerNote: async ({ scope, input: { memberId, month }, transact }) => {
      const member = await members.findMember(scope, memberId)
      if (member === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const note = await dues.getNote(tx, memberId, month)
        if (note === undefined) return refuse('NOT_FOUND')
        if (note.state !== 'waiting') return accept({ state: note.state })
        await dues.putNote(tx, { ...note, state: 'notFound' })
        return accept({ state: 'notFound' })
      })
    },

    sayWaiting: async ({ scope, actor, input: { day, count }, made, now, transact }) => {
      const branchId = branchIn(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      if (Math.abs(instantOf(day, '12:00') - now) > waitingReachMs) return refuse('INVALID_INPUT')
      // Enough of the device to tell two phones of a person apart.
      const phoneMark = actor.device.slice(0, 12)
      return transact(async (tx) => {
        if ((await dues.holdBook(tx, branchId)) === undefined) return notStarted
        const known = await dues.getDay(tx, branchId, day)
        // A closed day has nothing to wait for: what comes now is refused with a sentence of its own.
        if (known?.stage === 'closed' || (known === undefined && count === 0)) return accept({ count })
        const duesDay = known ?? blankDay({ _id: duesDayId(branchId, day), branchId, day, made })
        await dues.putDay(tx, waitingAfter(duesDay, { phoneMark, by: actor.personId, count, at: now }))
        return accept({ count })
      })
    },
  }
}
