import { View } from '@tarojs/components'
import { decideCalled } from '#shared/themeday/counting'
import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { Press } from '../../../ui/Press'
import { nowOf } from '../../parts/now-of'
import type { Roll, ThemeDay } from '../../parts/roll'
import { ReadHisCode } from './ReadHisCode'
import './on-site-hands.scss'

interface OnSiteHandsProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  /** where this phone stands */
  readonly venueId: string
  readonly now: number
  readonly onDone: (words: string) => void
}

/** For who stands here without a phone: their card is read, or they are given a hand. As long as it counts. */
export function OnSiteHands({ themeDay, roll, venueId, now, onDone }: OnSiteHandsProps) {
  const { themeDayId } = themeDay
  const canCall = decideCalled({ themeDay: { ...themeDay, openedAt: themeDay.opensAt }, now }).ok
  // A camera also reads what another phone could not send; without one there are only cards to type.
  const canRead = canCall && (device.canScan || themeDay.ways.includes('card'))
  const canHelp = nowOf(themeDay, now).state === 'open' && roll.missing.length > 0
  if (!canRead && !canHelp) return null
  return (
    <View className="on-site-hands">
      {canRead && <ReadHisCode themeDay={themeDay} venueId={venueId} onDone={onDone} />}
      {canHelp && (
        <View className="on-site-hand">
          <Press kind="plain" icon="user-check" label="帮他签" onPress={() => go('help', { themeDayId })} />
        </View>
      )}
    </View>
  )
}
