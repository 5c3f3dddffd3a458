/** What an organiser writes down about others: names called, cards scanned, lists of paper, taps carried, study at home. */
import { accept, type Outcome, refuse } from '#shared/kernel/contract'
import { normaliseCode } from '#shared/kernel/id'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member } from '#shared/members/model'
import type { themeday } from '#shared/themeday/contract'
import { decideByHand, decideCalled, decidePaper, decideProof, decideRollCall } from '#shared/themeday/counting'
import type { ThemeDay } from '#shared/themeday/model'
import type { Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { enter, type Saying, type When } from './entering'
import { entryOf, findHeld, type ThemeDayTools } from './tools'

type CallingHandlers = Pick<FeatureHandlers<typeof themeday>, 'rollCall' | 'enterPaper' | 'scanCard' | 'carry' | 'getDayKey' | 'record'>

export function callingHandlers({ themeDays, members, cards }: ThemeDayTools): CallingHandlers {
  /** All of them, of this branch and within reach, or nothing. */
  const namedOf = async (scope: Scope, themeDay: ThemeDay, memberIds: readonly string[]): Promise<readonly Member[] | undefined> => {
    const wanted = new Set(memberIds)
    const found = await members.findMembers(scope, [...wanted])
    const ours = [...found.values()].filter(({ branchId }) => branchId === themeDay.branchId)
    return ours.length < wanted.size ? undefined : ours
  }
  const enterAll = async (tx: Transaction, sayings: readonly Saying[], said: When) => {
    const recorded: string[] = []
    const already: string[] = []
    for (const saying of sayings) {
      const { state } = await enter(themeDays, tx, saying, said)
      ;(state === 'recorded' ? recorded : already).push(saying.memberId)
    }
    return accept({ recorded, already })
  }
  const enterOne = async (tx: Transaction, { _id: memberId, name }: Member, saying: Saying, said: When) => {
    const { state, at } = await enter(themeDays, tx, saying, said)
    return accept({ memberId, name, state, at })
  }

  return {
    rollCall: async ({ scope, input, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      const called = themeDay && (await namedOf(scope, themeDay, input.memberIds))
      if (themeDay === undefined || called === undefined) return refuse('NOT_FOUND')
      const { way = 'rollCall', venueId, tapped } = input
      const decision = decideRollCall({ themeDay, now, way, venueId, tapped })
      if (!decision.ok) return decision
      const how = { source: way, at: decision.data.at, ...(venueId === undefined ? {} : { venueId }) }
      return transact((tx) =>
        enterAll(
          tx,
          called.map((member) => sayingOf(themeDay, member, made, how)),
          { now, tickedAt: how.at },
        ),
      )
    },

    enterPaper: async ({ actor, scope, input, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      const listed = themeDay && (await namedOf(scope, themeDay, [...input.memberIds, input.witnessId]))
      if (themeDay === undefined || listed === undefined) return refuse('NOT_FOUND')
      const decision = decidePaper({ themeDay, now, enteredBy: actor.memberId, witnessId: input.witnessId })
      if (!decision.ok) return decision
      const { witnessId } = input
      const present = listed.filter(({ _id }) => input.memberIds.includes(_id))
      const how = { source: 'paper' as const, witnessId, at: themeDay.startsAt }
      return transact((tx) =>
        enterAll(
          tx,
          present.map((member) => sayingOf(themeDay, member, made, how)),
          { now },
        ),
      )
    },

    scanCard: async ({ scope, input, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const code = normaliseCode(input.code)
      const card = code === undefined ? undefined : await cards.findCard(scope, code)
      if (card === undefined || card.member.branchId !== themeDay.branchId) return refuse('CARD_UNKNOWN')
      if (card.isReplaced) return refuse('CARD_REPLACED')
      const { venueId, tapped } = input
      const decision = decideRollCall({ themeDay, now, way: 'card', venueId, tapped })
      if (!decision.ok) return decision
      const how = { source: 'card' as const, at: decision.data.at, ...(venueId === undefined ? {} : { venueId }) }
      return transact((tx) => enterOne(tx, card.member, sayingOf(themeDay, card.member, made, how), { now, tickedAt: how.at }))
    },

    carry: async ({ scope, input, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      const [member] = (themeDay && (await namedOf(scope, themeDay, [input.memberId]))) ?? []
      if (themeDay === undefined || member === undefined) return refuse('NOT_FOUND')
      const decision = decideCalled({ themeDay, now, tapped: input.tapped })
      if (!decision.ok) return decision
      const how = { source: 'carried' as const, carried: input.requestId, at: decision.data.at }
      return transact((tx) => enterOne(tx, member, sayingOf(themeDay, member, made, how), { now, tickedAt: how.at }))
    },

    getDayKey: async ({ scope, input, now }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
      if (themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
      if (!themeDay.ways.includes('screen')) return refuse('WAY_NOT_CHOSEN')
      return accept({ key: themeDays.dayKey(themeDay._id), now })
    },

    record: async ({ scope, input, made, now, transact }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      const [member] = (themeDay && (await namedOf(scope, themeDay, [input.memberId]))) ?? []
      if (themeDay === undefined || member === undefined) return refuse('NOT_FOUND')
      const { source, proof } = input
      const decision = bothOf(decideByHand(themeDay, now), decideProof(source, proof))
      if (!decision.ok) return decision
      const how = { source, at: now, ...(proof === undefined ? {} : { proof }) }
      return transact((tx) => enterOne(tx, member, sayingOf(themeDay, member, made, how), { now }))
    },
  }
}

/** The first refusal of two, in their order. */
function bothOf<First extends string, Second extends string>(
  first: Outcome<true, First>,
  second: Outcome<true, Second>,
): Outcome<true, First | Second> {
  return first.ok ? second : first
}

type How = Omit<Saying, 'v' | 'made' | 'themeDayId' | 'branchId' | 'memberId' | 'groupId'>

function sayingOf(themeDay: ThemeDay, member: Member, made: Made, how: How): Saying {
  const { _id, ...entry } = entryOf(themeDay, member, made)
  return { ...entry, ...how }
}
