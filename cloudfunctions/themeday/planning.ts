/** The theme day before it begins. */
import { accept, refuse } from '#shared/kernel/contract'
import { sayDay, sayMonth } from '#shared/kernel/day'
import { branchOf } from '#shared/kernel/organisation'
import type { themeday } from '#shared/themeday/contract'
import { presetWays, replyId, themeDayId } from '#shared/themeday/ids'
import type { ThemeDay } from '#shared/themeday/model'
import { decideCancel, decideOpen, decidePlan, decidePublish, decideUpdate } from '#shared/themeday/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import type { ThemeDayStore } from './store'
import { entryOf, findOwnDay, type ThemeDayTools } from './tools'

type PlanningHandlers = Pick<FeatureHandlers<typeof themeday>, 'create' | 'publish' | 'update' | 'cancel' | 'open' | 'acknowledge'>

export function planningHandlers({ themeDays, chance }: ThemeDayTools): PlanningHandlers {
  return {
    create: async ({ scope, input, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const plan = decidePlan({ ...input, now })
      if (!plan.ok) return plan
      const { month, startsAt, endsAt } = plan.data
      const _id = themeDayId(branchId, month)
      const newCode = await freshCode(themeDays, chance)
      return transact(async (tx) => {
        const earlier = await themeDays.getThemeDay(tx, _id)
        if (earlier !== undefined && earlier.stage !== 'cancelled') {
          return refuse('MONTH_TAKEN', { month: sayMonth(month), day: sayDay(earlier.startsAt) })
        }
        // What hangs on the wall since the cancelled one opens this one. Who read that notice has not read the next.
        const { code = newCode, version = 0, notice } = earlier ?? {}
        await themeDays.putThemeDay(tx, {
          ...{ _id, v: 2, made, branchId, month, stage: 'draft', version: version + 1, startsAt, endsAt, code, ways: [...presetWays] },
          ...contentOf(input),
          ...(notice === undefined ? {} : { notice }),
        })
        return accept({ themeDayId: _id, code, version: version + 1 })
      })
    },

    publish: async ({ scope, input, now, transact }) => {
      const found = await themeDays.find(scope, input.themeDayId)
      if (found === undefined) return refuse('NOT_FOUND')
      const habits = await themeDays.findHabits(scope, found.branchId)
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, input.themeDayId)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const decision = decidePublish({ themeDay, now })
        if (!decision.ok) return decision
        if (!decision.data.isNew) return accept({ publishedAt: themeDay.notice?.at ?? now })
        const notice = noticeAfter(themeDay, { kind: 'published', at: now })
        await themeDays.putThemeDay(tx, { ...themeDay, stage: 'published', ways: habits?.ways ?? [...presetWays], notice })
        return accept({ publishedAt: now })
      })
    },

    update: async ({ scope, input, now, transact }) => {
      if ((await themeDays.find(scope, input.themeDayId)) === undefined) return refuse('NOT_FOUND')
      const plan = decidePlan({ ...input, now })
      if (!plan.ok) return plan
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, input.themeDayId)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const decision = decideUpdate({ themeDay, now, planned: plan.data, version: input.version })
        if (!decision.ok) return decision
        const { startsAt, endsAt } = plan.data
        const version = themeDay.version + 1
        const told = decision.data.isTold ? { notice: noticeAfter(themeDay, { kind: 'changed', at: now, words: input.words }) } : {}
        await themeDays.putThemeDay(tx, { ...themeDay, version, startsAt, endsAt, ...contentOf(input), ...told })
        return accept({ version })
      })
    },

    cancel: async ({ scope, input, now, transact }) => {
      if ((await themeDays.find(scope, input.themeDayId)) === undefined) return refuse('NOT_FOUND')
      const noted = await themeDays.listNoted(scope, input.themeDayId)
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, input.themeDayId)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const decision = decideCancel({ themeDay, now })
        if (!decision.ok) return decision
        const { isNew, isTold } = decision.data
        const told = isTold ? { notice: noticeAfter(themeDay, { kind: 'cancelled', at: now, words: input.words }) } : {}
        if (isNew) await themeDays.putThemeDay(tx, { ...themeDay, stage: 'cancelled', version: themeDay.version + 1, ...told })
        // The line to the secretary was for this day alone (product decision 10).
        if (isNew) for (const memberId of noted) await themeDays.eraseNoteIn(tx, input.themeDayId, memberId)
        return accept({ cancelledAt: isNew ? now : (themeDay.notice?.at ?? now) })
      })
    },

    open: async ({ scope, input, now, transact }) => {
      if ((await themeDays.find(scope, input.themeDayId)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, input.themeDayId)
        if (themeDay === undefined || themeDay.stage === 'draft') return refuse('NOT_FOUND')
        const decision = decideOpen({ themeDay, now })
        if (!decision.ok) return decision
        if (decision.data.isNew) await themeDays.putThemeDay(tx, { ...themeDay, openedAt: decision.data.openedAt })
        return accept({ opensAt: decision.data.openedAt })
      })
    },

    acknowledge: async ({ actor, input: { themeDayId: id, number }, made, now, insertOwn }) => {
      const wasTold = ({ notice }: ThemeDay) => notice !== undefined && number <= notice.number
      const themeDay = await findOwnDay(themeDays, actor, id, wasTold)
      const { memberId, groupId } = actor
      if (themeDay === undefined || memberId === undefined || !wasTold(themeDay)) return refuse('NOT_FOUND')
      const entry = entryOf(themeDay, { _id: memberId, groupId }, made)
      const seen = { ...entry, _id: replyId(id, memberId, `seen${number}`), kind: 'seen' as const, at: now }
      return insertOwn(
        themeDays.entry(seen),
        () => ({ number }),
        () => accept({ number }),
      )
    },
  }
}

/** A code that hangs on no other wall. */
async function freshCode(themeDays: ThemeDayStore, chance: ThemeDayTools['chance']): Promise<string> {
  const code = chance.code()
  return (await themeDays.isCodeTaken(code)) ? freshCode(themeDays, chance) : code
}

type PlanInput = Pick<ThemeDay, 'topic' | 'place'> & {
  readonly parts?: ThemeDay['parts']
  readonly venues?: readonly Omit<ThemeDay['venues'][number], 'venueId'>[]
  readonly materials?: ThemeDay['materials']
}

/** What is done and where, as it is stored; places are numbered behind the plan's own. */
function contentOf({ topic, place, parts = [], venues = [], materials = [] }: PlanInput) {
  return { topic, place, parts, materials, venues: venues.map((venue, index) => ({ ...venue, venueId: String(index + 2) })) }
}

type Notice = NonNullable<ThemeDay['notice']>

function noticeAfter(
  { notice }: ThemeDay,
  { kind, at, words }: Pick<Notice, 'kind' | 'at'> & { readonly words?: string | undefined },
): Notice {
  return { number: (notice?.number ?? 0) + 1, kind, at, ...(words === undefined ? {} : { words }) }
}
