import { View } from '@tarojs/components'
import { Card } from '../../../ui/Card'
import { SwitchChip } from '../../../ui/SwitchChip'
import type { Roll, ThemeDay } from '../../parts/roll'
import { placesOf, sayPlaces } from '../../parts/venue'
import './venue-here.scss'

interface VenueHereProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly venueId: string
  readonly onChange: (venueId: string) => void
}

/** At which place this phone calls the roll, and how many came to each: one person counts once, wherever. */
export function VenueHere({ themeDay, roll, venueId, onChange }: VenueHereProps) {
  if (themeDay.venues.length === 0) return null
  return (
    <Card>
      <View className="venue-here">
        <View className="t-body">您在</View>
        <SwitchChip title="您在哪个会场？" value={venueId} options={placesOf(themeDay)} onChange={onChange} />
      </View>
      <View className="t-note t-2">{sayPlaces(themeDay, roll.present)}</View>
    </Card>
  )
}
