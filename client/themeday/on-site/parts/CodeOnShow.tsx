import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayClock, sayHour } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { useSession } from '../../../kernel/session'
import { useTextSize } from '../../../kernel/text-size'
import { headingOf, roleOf } from '../../../ui/aria'
import { OnlyHere } from '../../../ui/OnlyHere'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { Counter } from '../../parts/Counter'
import { nowOf } from '../../parts/now-of'
import type { Roll, ThemeDay } from '../../parts/roll'
import { ChangingCode } from './ChangingCode'
import { NoDayKey } from './NoDayKey'
import { useDayKey } from './use-day-key'
import { useInvitation } from './use-invitation'
import { WallCode } from './WallCode'
import './code-on-show.scss'

interface CodeOnShowProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
  readonly onClose: () => void
}

/**
 * Held up to the room: a large code, the counter, and the last arrival as proof that it works. With large words the code
 * and the numbers stay; what the organiser can say aloud goes. On a desk it may be thrown on a wall, and fills the height.
 */
export function CodeOnShow({ themeDay, roll, now, onClose }: CodeOnShowProps) {
  const last = roll.present[0]
  const title = themeDayTitle(themeDay.month)
  const { isBig } = useTextSize()
  const { person } = useSession()
  const share = useInvitation(themeDay, now)
  return (
    <Page
      top="owner"
      owner={person?.branchName ?? title}
      ground="white"
      width="desk"
      share={share}
      whenOffline="没有网，码照样能扫"
      foot={<Foot isBig={isBig} onClose={onClose} />}
    >
      <View className="on-show">
        <View className="on-show-title">
          <View className="t-headline" {...headingOf(1)}>
            {title}
          </View>
          {!isBig && <View className="t-body t-2">微信扫一扫，再点“我到了”</View>}
        </View>
        <View className="on-show-code">
          <Code themeDay={themeDay} caption={`${title}的签到码`} />
        </View>
        <OnlyHere />
        <View className="on-show-count" {...roleOf('status')}>
          <Counter present={roll.present.length} expected={roll.expected} size="display" isOk />
          {nowOf(themeDay, now).state === 'planned' && (
            <StatusTag tone="pending" icon="clock" word={`${sayHour(themeDay.opensAt)}开始签到`} />
          )}
          {last !== undefined && <StatusTag tone="ok" icon="check" word={`刚到：${last.name} ${sayClock(last.attendance.at)}`} />}
        </View>
      </View>
    </Page>
  )
}

/** The branch's own choice: the code that changes, or the one on the wall. */
function Code({ themeDay, caption }: { readonly themeDay: ThemeDay; readonly caption: string }) {
  const [isWall, setWall] = useState(!themeDay.ways.includes('screen'))
  const dayKey = useDayKey(themeDay)
  if (isWall) return <WallCode themeDay={themeDay} caption={caption} />
  if (dayKey.key !== undefined) return <ChangingCode themeDay={themeDay} dayKey={dayKey.key} caption={caption} />
  return <NoDayKey dayKey={dayKey} {...(themeDay.ways.includes('wall') ? { onWall: () => setWall(true) } : {})} />
}

function Foot({ isBig, onClose }: { readonly isBig: boolean; readonly onClose: () => void }) {
  return (
    <>
      <Press kind="plain" label="收起来" onPress={onClose} />
      {!isBig && <View className="t-note t-2 t-center">没手机的，到门口点名就行</View>}
    </>
  )
}
