/** What the successor finds on the desk, a line each; the same words on the screen and on the slip. */
import { sayDay, sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { roleWords } from '#shared/organisation/words'
import type { OpenItems } from './held'

export function openLines({ themeDays, lateWaiting, dues, unclaimed }: OpenItems): readonly string[] {
  return [
    ...themeDays.map(({ month, startsAt, topic, state }) =>
      state === 'open' ? `${sayMonth(month)}主题党日正在签到：${topic}` : `${sayMonth(month)}主题党日定在${sayDay(startsAt)}：${topic}`,
    ),
    ...(lateWaiting === 0 ? [] : [`晚到的签到 ${lateWaiting} 笔，等书记点头`]),
    ...(dues === undefined ? [] : [`党费在手 ${sayYuan(fen(dues.inHandFen))} 元，${sayOpen(dues.openDays)}`]),
    ...(unclaimed.length === 0 ? [] : [`还没认领手机的：${unclaimed.map(({ name, role }) => `${name}（${roleWords[role]}）`).join('、')}`]),
  ]
}

function sayOpen(days: number): string {
  return days === 0 ? '都关了账' : `还有 ${days} 天没关账`
}
