import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { type Plan, planInputOf, planOf } from '../../parts/plan'
import type { ThemeDay } from '../../parts/roll'

interface Kept {
  readonly themeDayId: string
  readonly version: number
  readonly plan: Plan
}

/**
 * Keeping a plan and making it known are two steps. What the first has kept is known here, so that the second can be asked again
 * without keeping another one.
 */
export function usePlanning(held: ThemeDay | undefined) {
  const creating = useCommand(api.themeday.create)
  const updating = useCommand(api.themeday.update)
  const publishing = useCommand(api.themeday.publish)
  const [kept, setKept] = useState<Kept>()
  const known = kept ?? (held && { themeDayId: held.themeDayId, version: held.version, plan: planOf(held) })

  /** Answers the theme day once it is kept as it is shown; undefined when it was refused or no answer came. */
  const keep = async (plan: Plan, words = ''): Promise<string | undefined> => {
    const input = planInputOf(plan)
    if (known === undefined) {
      const made = await creating.run(input)
      if (made !== undefined) setKept({ themeDayId: made.themeDayId, version: made.version, plan })
      return made?.themeDayId
    }
    const { themeDayId, version } = known
    if (words === '' && JSON.stringify(input) === JSON.stringify(planInputOf(known.plan))) return themeDayId
    const changed = await updating.run({ themeDayId, version, ...input, ...(words === '' ? {} : { words }) })
    if (changed !== undefined) setKept({ themeDayId, version: changed.version, plan })
    return changed && themeDayId
  }
  const publish = async (plan: Plan): Promise<boolean> => {
    const themeDayId = await keep(plan)
    return themeDayId !== undefined && (await publishing.run({ themeDayId })) !== undefined
  }
  const reset = () => {
    for (const command of [creating, updating, publishing]) command.reset()
  }
  const failed = [creating, updating, publishing].find(({ refusal, isUnreachable }) => refusal !== undefined || isUnreachable)
  return {
    ...{ keep, publish, reset },
    isRunning: creating.isRunning || updating.isRunning || publishing.isRunning,
    refusal: failed?.refusal,
    isUnreachable: failed?.isUnreachable ?? false,
    /** it is safe with us, though nobody else sees it yet */
    isKept: kept !== undefined,
  }
}

export type Planning = ReturnType<typeof usePlanning>
