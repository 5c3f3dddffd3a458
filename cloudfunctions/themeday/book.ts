/** The book of the day: minutes, corrections, closing and opening again. */
import { accept, refuse } from '#shared/kernel/contract'
import type { themeday } from '#shared/themeday/contract'
import type { Reversal } from '#shared/themeday/entry-model'
import { entryId } from '#shared/themeday/ids'
import { decideMinutes } from '#shared/themeday/minutes'
import { decideClose } from '#shared/themeday/rules'
import { isOfPlan } from '#shared/themeday/standing'
import type { FeatureHandlers } from '../runtime/handlers'
import { readDay } from './roll'
import { entryOf, findHeld, type ThemeDayTools } from './tools'

type BookHandlers = Pick<FeatureHandlers<typeof themeday>, 'getMinutes' | 'writeMinutes' | 'reverse' | 'close' | 'reopen'>

export function bookHandlers(tools: ThemeDayTools): BookHandlers {
  const { themeDays, members } = tools
  return {
    getMinutes: async ({ scope, input }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const { version = 0, parts = [], decisions = [] } = (await themeDays.findMinutes(scope, themeDay)) ?? {}
      return accept({ version, parts, decisions })
    },

    writeMinutes: async ({ scope, input, made, transact }) => {
      const found = await findHeld(themeDays, scope, input.themeDayId)
      if (found === undefined) return refuse('NOT_FOUND')
      const { parts, decisions } = input
      const { tally } = await readDay(tools, scope, found)
      const decision = decideMinutes({ parts, decisions, voters: tally.voters })
      if (!decision.ok) return decision
      return transact(async (tx) => {
        const themeDay = await themeDays.holdThemeDay(tx, found._id)
        if (themeDay?.closedAt !== undefined) return refuse('BOOK_CLOSED')
        const earlier = await themeDays.getMinutes(tx, found._id)
        const version = earlier !== undefined && isOfPlan(earlier.made, found) ? earlier.version : 0
        if (version !== input.version) return refuse('STALE')
        await themeDays.putMinutes(tx, { _id: found._id, v: 1, made, branchId: found.branchId, version: version + 1, parts, decisions })
        return accept({ version: version + 1 })
      })
    },

    reverse: async ({ scope, input: { themeDayId, memberId, reason }, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const [former] = await members.findFormer(scope, [memberId])
      const member = (await members.findMember(scope, memberId)) ?? former
      if (member === undefined || member.branchId !== themeDay.branchId) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const { attendance, nextSerial } = await themeDays.standingIn(tx, themeDayId, memberId)
        if (attendance === undefined) return refuse('NOT_PRESENT')
        if (nextSerial === undefined) return refuse('CORRECTED_TOO_OFTEN')
        const entry = { ...entryOf(themeDay, member, made), _id: entryId(themeDayId, memberId, nextSerial) }
        const reversal: Reversal = { ...entry, kind: 'reversal', at: now, reason }
        await themeDays.insertEntry(tx, reversal)
        return accept({ at: now })
      })
    },

    close: async ({ actor, scope, input, made, now, transact }) => {
      const found = await findHeld(themeDays, scope, input.themeDayId)
      if (found === undefined) return refuse('NOT_FOUND')
      // What arrives while this is read is an entry of its own and stands in the book all the same: entries are never frozen.
      const { roster, said, tally } = await readDay(tools, scope, found)
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, found._id)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const decision = decideClose({ themeDay, now })
        if (!decision.ok) return decision
        if (!decision.data.isNew) return accept({ closedAt: themeDay.closedAt ?? now, tally: themeDay.closing?.tally ?? tally })
        await themeDays.putThemeDay(tx, { ...themeDay, closedAt: now, closing: { by: actor.personId, tally } })
        await themeDays.putClosedRoster(tx, { _id: found._id, v: 1, made, branchId: found.branchId, rows: [...roster] })
        // The line to the secretary was for this day alone (product decision 10).
        for (const { memberId, note } of said.leaves.values()) if (note !== undefined) await themeDays.eraseNoteIn(tx, found._id, memberId)
        return accept({ closedAt: now, tally })
      })
    },

    reopen: async ({ actor, scope, input: { themeDayId, reason }, now, transact }) => {
      const found = await findHeld(themeDays, scope, themeDayId)
      if (found === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, themeDayId)
        if (themeDay?.closedAt === undefined) return refuse('NOT_CLOSED')
        const { closedAt, closing: _, reopened = [], ...rest } = themeDay
        await themeDays.putThemeDay(tx, { ...rest, reopened: [...reopened, { closedAt, at: now, by: actor.personId, reason }] })
        return accept({ reopenedAt: now })
      })
    },
  }
}
