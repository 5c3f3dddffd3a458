import { View } from '@tarojs/components'
import { useState } from 'react'
import { mainVenueId } from '#shared/themeday/ids'
import { sayScanned } from '#shared/themeday/scanned'
import { device } from '../../kernel/device'
import { useTextSize } from '../../kernel/text-size'
import { CodeView } from '../../ui/CodeView'
import { SwitchChip } from '../../ui/SwitchChip'
import type { ThemeDay } from './roll'

interface WallCodeProps {
  readonly themeDay: ThemeDay
  readonly caption: string
}

/** The code as it hangs on the wall. Where the day is held at several places, each has its own tail behind it. */
export function WallCode({ themeDay: { code, place, venues }, caption }: WallCodeProps) {
  const { isBig } = useTextSize()
  const [venueId, setVenueId] = useState(mainVenueId)
  const link = `${device.origin()}/s/${sayScanned({ code, ...(venueId === mainVenueId ? {} : { venueId }) })}`
  const places = [{ value: mainVenueId, title: place }, ...venues.map((venue) => ({ value: venue.venueId, title: venue.name }))]
  return (
    <>
      {venues.length > 0 && <SwitchChip title="亮哪个会场的码？" value={venueId} options={places} onChange={setVenueId} />}
      <View className="on-show-frame">
        <CodeView text={link} size="var(--on-show-edge)" caption={caption} />
      </View>
      {!isBig && <View className="t-note t-2">{link.replace(/^https?:\/\//, '')}</View>}
    </>
  )
}
