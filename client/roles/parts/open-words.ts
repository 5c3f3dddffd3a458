/** What the successor finds on the desk, a line each; the same words on the screen and on the slip. */
import { sayDay, sayMonth } from '#shared/kernel/day'
import { roleWords } from '#shared/organisation/words'
import type { OpenItems } from './held'

export function openLines({ themeDays, lateWaiting, unclaimed }: OpenItems): readonly string[] {
  return [
    ...themeDays.map(({ month, startsAt, topic, state }) =>
      state === 'open' ? `${sayMonth(month)}主题党日正在签到：${topic}` : `${sayMonth(month)}主题党日定在${sayDay(startsAt)}：${topic}`,
    ),
    ...(lateWaiting === 0 ? [] : [`晚到的签到 ${lateWaiting} 笔，等书记点头`]),
    ...(unclaimed.length === 0 ? [] : [`还没认领手机的：${unclaimed.map(({ name, role }) => `${name}（${roleWords[role]}）`).join('、')}`]),
  ]
}
