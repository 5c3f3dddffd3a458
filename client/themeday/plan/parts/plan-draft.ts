/** Kept while the app is open, so that going back never loses what was typed; not stored, village computers are shared. */
import type { Plan } from '../../parts/plan'

/** By the theme day it changes; a new one has none. */
const drafts = new Map<string | undefined, Plan>()

export function keptDraft(themeDayId: string | undefined): Plan | undefined {
  return drafts.get(themeDayId)
}

export function keepDraft(themeDayId: string | undefined, plan: Plan | undefined): void {
  if (plan === undefined) drafts.delete(themeDayId)
  else drafts.set(themeDayId, plan)
}
