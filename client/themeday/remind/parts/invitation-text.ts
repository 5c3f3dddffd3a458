/** What is pasted into the branch's group: all one has to know, in the order in which it is asked. */
import { sayDay, sayHours } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { partWords } from '#shared/themeday/words'
import type { ThemeDay } from '../../parts/answers'

export interface Invited {
  readonly branchName: string
  readonly themeDay: Pick<ThemeDay, 'month' | 'startsAt' | 'endsAt' | 'place' | 'topic' | 'parts' | 'venues' | 'materials'>
  /** where the check-in page opens; undefined where no other phone could open it */
  readonly link: string | undefined
}

export function invitationText({ branchName, themeDay, link }: Invited): string {
  const { month, place, topic, parts, venues, materials } = themeDay
  const things = parts.flatMap(({ part, what }) => (what === undefined ? [] : [`${partWords[part]}：${what}`]))
  return [
    `${branchName} ${themeDayTitle(month)}`,
    `时间：${sayDay(themeDay.startsAt)} ${sayHours(themeDay)}`,
    `地点：${[place, ...venues.map(({ name }) => name)].join('；')}`,
    `主题：${topic}`,
    ...things,
    ...(materials.length === 0 ? [] : ['请先看：', ...materials]),
    ...(link === undefined ? [] : [`看通知、请假、签到：${link}`]),
  ].join('\n')
}
