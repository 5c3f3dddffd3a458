import { mainVenueId } from '#shared/themeday/ids'
import { Choice } from '../../../ui/Choice'
import type { How } from '../../parts/check-ins'
import type { ThemeDay } from '../read-event'

interface VenueChoiceProps {
  readonly themeDay: ThemeDay
  /** absent: the place of the plan itself */
  readonly value: string | undefined
  readonly onChange: (venueId: string) => void
}

/** Where, when the day is held at several places: the main one unless another is chosen or its code was scanned. */
export function VenueChoice({ themeDay: { place, venues }, value = mainVenueId, onChange }: VenueChoiceProps) {
  if (venues.length === 0) return null
  const options = [
    { value: mainVenueId, title: place },
    ...venues.map(({ venueId, name, organiser }) => ({ value: venueId, title: name, note: `${organiser}组织` })),
  ]
  return <Choice label="您到了哪里？" options={options} value={value} onChange={onChange} />
}

/** The main place goes without saying. */
export function atVenue({ venueId: _, ...how }: How, venueId: string): How {
  return venueId === mainVenueId ? how : { ...how, venueId }
}
