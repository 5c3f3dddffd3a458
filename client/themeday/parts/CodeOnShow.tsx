import { View } from '@tarojs/components'
import { sayClock, sayHour } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../kernel/device'
import { useSession } from '../../kernel/session'
import { useTextSize } from '../../kernel/text-size'
import { headingOf, roleOf } from '../../ui/aria'
import { CodeView } from '../../ui/CodeView'
import { OnlyHere } from '../../ui/OnlyHere'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { StatusTag } from '../../ui/StatusTag'
import { Counter } from './Counter'
import { nowOf } from './now-of'
import type { Roll, ThemeDay } from './roll'
import { useInvitation } from './use-invitation'
import './code-on-show.scss'

interface CodeOnShowProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
  readonly onClose: () => void
}

/**
 * Held up to the room: a large code, the counter, and the last arrival as proof that it works. With large words the code
 * and the numbers stay; what the organiser can say aloud goes.
 */
export function CodeOnShow({ themeDay, roll, now, onClose }: CodeOnShowProps) {
  const link = `${device.origin()}/s/${themeDay.code}`
  const last = roll.present[0]
  const title = themeDayTitle(themeDay.month)
  const { isBig } = useTextSize()
  const { person } = useSession()
  const share = useInvitation(themeDay, now)
  return (
    <Page top="owner" owner={person?.branchName ?? title} ground="white" share={share} foot={<Foot isBig={isBig} onClose={onClose} />}>
      <View className="on-show">
        <View className="t-headline" {...headingOf(1)}>
          {title}
        </View>
        {!isBig && <View className="t-body t-2">微信扫一扫，再点“我到了”</View>}
        <View className="on-show-frame">
          {/* As large as the phone allows; on a desk it may be thrown on a wall, so the height decides. */}
          <CodeView text={link} size="min(84vw, 44vh)" caption={`${title}的签到码`} />
        </View>
        {!isBig && <View className="t-note t-2">{link.replace(/^https?:\/\//, '')}</View>}
        <OnlyHere />
        <View className="on-show-count" {...roleOf('status')}>
          <Counter present={roll.present.length} expected={roll.present.length + roll.missing.length} size="display" isOk />
          {nowOf(themeDay, now).state === 'planned' && (
            <StatusTag tone="pending" icon="clock" word={`${sayHour(themeDay.opensAt)}开始签到`} />
          )}
          {last !== undefined && <StatusTag tone="ok" icon="check" word={`刚到：${last.name} ${sayClock(last.attendance.at)}`} />}
        </View>
      </View>
    </Page>
  )
}

function Foot({ isBig, onClose }: { readonly isBig: boolean; readonly onClose: () => void }) {
  return (
    <>
      <Press kind="plain" label="收起来" onPress={onClose} />
      {!isBig && <View className="t-note t-2 t-center">没手机的，到门口点名就行</View>}
    </>
  )
}
