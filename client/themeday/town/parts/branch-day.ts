/** One branch's month as the town reads it. */
import { muchByProxyPercent, percentOf } from '#shared/themeday/tally'
import type { BranchDay } from '../../parts/answers'
import { type Step, stepOf } from '../../parts/step-of'

export function branchStep({ themeDay }: BranchDay, now: number): Step {
  if (themeDay === undefined) return 'none'
  const { stage, startsAt, endsAt, closed } = themeDay
  return stepOf({ stage, startsAt, endsAt, ...(closed === undefined ? {} : { closedAt: closed.at }) }, now)
}

/** `到会 21/26，81%` and `代签 3，14%`, once the list was confirmed: only then do the numbers stand. */
export function numbersOf({ themeDay }: BranchDay) {
  const tally = themeDay?.closed?.tally
  if (tally === undefined) return undefined
  const { present, expected, proxies } = tally
  const share = percentOf(proxies, present)
  return {
    came: `到会 ${present}/${expected}，${percentOf(present, expected)}%`,
    byProxy: proxies === 0 ? '没有代签' : `代签 ${proxies}，${share}%`,
    isMuchByProxy: share > muchByProxyPercent,
  }
}
