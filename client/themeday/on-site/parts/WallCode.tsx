import { View } from '@tarojs/components'
import { sayScanned } from '#shared/themeday/scanned'
import { device } from '../../../kernel/device'
import { useTextSize } from '../../../kernel/text-size'
import { CodeView } from '../../../ui/CodeView'
import { SwitchChip } from '../../../ui/SwitchChip'
import type { ThemeDay } from '../../parts/roll'
import { venueOf } from '../../parts/ticks'
import { placesOf, useVenue } from '../../parts/venue'

interface WallCodeProps {
  readonly themeDay: ThemeDay
  readonly caption: string
}

/** The code as it hangs on the wall. Where the day is held at several places, each has its own tail behind it. */
export function WallCode({ themeDay, caption }: WallCodeProps) {
  const { code, venues } = themeDay
  const { isBig } = useTextSize()
  const { venueId, choose } = useVenue(themeDay)
  const link = `${device.origin()}/s/${sayScanned({ code, ...venueOf(venueId) })}`
  return (
    <>
      {venues.length > 0 && <SwitchChip title="亮哪个会场的码？" value={venueId} options={placesOf(themeDay)} onChange={choose} />}
      <View className="on-show-frame">
        <CodeView text={link} size="var(--on-show-edge)" caption={caption} />
      </View>
      {!isBig && <View className="t-note t-2">{link.replace(/^https?:\/\//, '')}</View>}
    </>
  )
}
