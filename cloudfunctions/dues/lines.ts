/** What goes up, comes back and is used: lines of the branch's book, and the committee's word about them. */
import { blankTill, decideHandIn, decideLine, decideLineReversal, decideReceive, mostDaysAtOnce, tillAfterLine } from '#shared/dues/closing'
import type { dues as contract } from '#shared/dues/contract'
import { lineId, yearOf } from '#shared/dues/ids'
import type { BookLine, DuesDay, Till } from '#shared/dues/money-model'
import { accept, refuse } from '#shared/kernel/contract'
import { dayOf } from '#shared/kernel/day'
import { addFen, fen } from '#shared/kernel/fen'
import { branchOf } from '#shared/kernel/organisation'
import type { Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { type DuesTools, notStarted } from './tools'
import { lineView } from './views'

type LineHandlers = Pick<
  FeatureHandlers<typeof contract>,
  'handIn' | 'listLines' | 'recordLine' | 'reverseLine' | 'listHandIns' | 'receiveHandIn'
>

export function lineHandlers({ dues, members, organisation }: DuesTools): LineHandlers {
  const nextSerial = (till: Till, year: string) => (till.lines[year] ?? 0) + 1

  /** Adds a line; the till moves with it. `days`: those that still have to go up. */
  const add = async (tx: Transaction, till: Till, line: BookLine, days: readonly string[] = till.days) => {
    await dues.insertLine(tx, line)
    await dues.putTill(tx, tillAfterLine(till, line, days))
  }

  const daysIn = async (tx: Transaction, branchId: string, keys: readonly string[]): Promise<readonly DuesDay[]> => {
    const days: DuesDay[] = []
    for (const key of keys) {
      const day = await dues.getDay(tx, branchId, key)
      if (day !== undefined) days.push(day)
    }
    return days
  }

  const namesOf = async (lines: readonly BookLine[]) => {
    const names = await members.namesOf([...new Set(lines.map(({ made }) => made.by))])
    return (personId: string) => names.get(personId) ?? ''
  }

  return {
    handIn: async ({ scope, input: { through, sumFen, on, carrier, way }, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const till = await dues.getTill(tx, branchId)
        // A till is the sign of a book: without one it is asked whether there is any.
        if (till === undefined) return (await dues.holdBook(tx, branchId)) === undefined ? notStarted : refuse('NOTHING_TO_HAND_IN')
        const upTo = till.days.filter((day) => day <= through)
        const days = await daysIn(tx, branchId, upTo.slice(0, mostDaysAtOnce))
        const decision = decideHandIn({ through, days, seenFen: sumFen, on, now })
        if (!decision.ok) return decision
        // Counted in the branch, so that nobody moves or closes it on an older list of what waits above.
        const committeeId = (await organisation.receive(tx, branchId))?.committeeId
        if (committeeId === undefined) return refuse('NOT_FOUND')
        const { days: keys, sumFen: sum, largeFen } = decision.data
        const year = yearOf(on)
        const serial = nextSerial(till, year)
        const _id = lineId(branchId, year, serial)
        const line: BookLine = {
          ...{ _id, v: 1, made, branchId, committeeId, year, serial, day: on, fen: sum, at: now },
          ...{ kind: 'handedUp', days: [...keys], largeFen, carrier, way, state: 'sent', openKey: `${committeeId}_${_id}` },
        }
        const rest = till.days.filter((day) => !keys.includes(day))
        await add(tx, till, line, rest)
        for (const day of days.filter((one) => keys.includes(one.day))) await dues.putDay(tx, { ...day, handInId: _id })
        return accept({ lineId: _id, fen: sum })
      })
    },

    listLines: async ({ scope, input: { year } }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [lines, till] = await Promise.all([dues.listLines(scope, branchId, year), dues.findTill(scope, branchId)])
      const [days, nameOf, reversed] = await Promise.all([
        dues.findDays(scope, branchId, till?.days ?? []),
        namesOf(lines),
        dues.reversedOf(lines.map(({ _id }) => _id)),
      ])
      const ready = days.filter(({ stage }) => stage === 'closed').map(({ sumFen }) => fen(sumFen))
      return accept({
        inHandFen: till?.inHandFen ?? 0,
        readyFen: addFen(...ready),
        usableFen: till?.usableFen ?? 0,
        lines: lines.map((line) => lineView(line, nameOf, reversed)).reverse(),
      })
    },

    recordLine: async ({ scope, input: { kind, fen: amount, on, purpose }, made, now, transact }) => {
      const branchId = branchOf(scope)
      const committeeId = branchId === undefined ? undefined : await organisation.committeeOf(branchId)
      if (branchId === undefined || committeeId === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const book = await dues.holdBook(tx, branchId)
        if (book === undefined) return notStarted
        const till = (await dues.getTill(tx, branchId)) ?? blankTill(branchId, made)
        const decision = decideLine({ kind, fen: amount, on, book, usable: fen(till.usableFen), now })
        if (!decision.ok) return decision
        const year = yearOf(on)
        const serial = nextSerial(till, year)
        const _id = lineId(branchId, year, serial)
        await add(tx, till, { _id, v: 1, made, branchId, committeeId, year, serial, day: on, fen: amount, at: now, kind, purpose })
        return accept({ lineId: _id })
      })
    },

    reverseLine: async ({ scope, input: { lineId: id, purpose }, made, now, transact }) => {
      const found = await dues.findLine(scope, id)
      if (found === undefined) return refuse('NOT_FOUND')
      const { branchId, committeeId } = found
      return transact(async (tx) => {
        const line = await dues.getLine(tx, id)
        const till = await dues.getTill(tx, branchId)
        if (line === undefined || till === undefined) return refuse('NOT_FOUND')
        const decision = decideLineReversal({ line, isReversed: await dues.isReversed(tx, id), usable: fen(till.usableFen) })
        if (!decision.ok) return decision
        if (line.kind === 'reversal') return refuse('NOT_REVERSIBLE')
        const day = dayOf(now)
        const year = yearOf(day)
        const serial = nextSerial(till, year)
        const _id = lineId(branchId, year, serial)
        const reversal: BookLine = {
          ...{ _id, v: 1, made, branchId, committeeId, year, serial, day, fen: line.fen, at: now },
          ...{ kind: 'reversal', reversedId: id, reversedKind: line.kind, purpose },
        }
        if (line.kind === 'handedUp') {
          // Its days are in hand again, and go up with the next one.
          const { openKey: _, ...closed } = line
          const days = await daysIn(tx, branchId, line.days)
          await add(tx, till, reversal, [...till.days, ...line.days].sort())
          await dues.putHandIn(tx, { ...closed, state: 'reversed' })
          for (const { handInId: __, ...rest } of days) await dues.putDay(tx, rest)
        } else {
          await add(tx, till, reversal)
        }
        await dues.markReversed(tx, made, id, _id)
        return accept({ lineId: _id })
      })
    },

    listHandIns: async ({ actor, scope, input }) => {
      const town = actor.grants.find(({ role }) => role === 'townOfficer')
      if (town === undefined) return refuse('NOT_FOUND')
      const page = await dues.listOpenHandIns(scope, town.unitId, input)
      const [branches, nameOf] = await Promise.all([
        organisation.nameplates([...new Set(page.rows.map(({ branchId }) => branchId))]),
        namesOf(page.rows),
      ])
      const rows = page.rows.map((line) => ({
        ...lineView(line, nameOf, new Set()),
        branchName: branches.get(line.branchId)?.name ?? '',
      }))
      return accept(answerPage(page, rows))
    },

    receiveHandIn: async ({ scope, actor, input: { lineId: id, fen: got, note }, now, transact }) => {
      if ((await dues.findLine(scope, id)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const line = await dues.getLine(tx, id)
        if (line === undefined || line.kind !== 'handedUp') return refuse('NOT_FOUND')
        const decision = decideReceive({ handIn: line, fen: got, note })
        if (!decision.ok) return decision
        const state = decision.data
        const received = { by: actor.personId, at: now, fen: got, ...(note === undefined ? {} : { note }) }
        const { openKey, ...rest } = line
        const open = state === 'received' || openKey === undefined ? {} : { openKey }
        await dues.putHandIn(tx, { ...rest, ...open, state, received })
        return accept({ state })
      })
    },
  }
}
