import { useState } from 'react'
import type { Roll, ThemeDay } from '../../parts/roll'
import { useTicks } from '../../parts/ticks'
import { useVenue } from '../../parts/venue'
import { OnSiteHands } from './OnSiteHands'
import { OnSiteHead } from './OnSiteHead'
import { OnSiteMore } from './OnSiteMore'
import { PrintNow } from './PrintNow'
import { RollList } from './RollList'
import { useDayKey } from './use-day-key'
import { VenueHere } from './VenueHere'

interface OnSiteProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
  /** The roll has to be read again. */
  readonly onChanged: () => void
}

/** The number, what to do for who stands here, the names, and below them what is done once in an evening. */
export function OnSite({ themeDay, roll, now, onChanged }: OnSiteProps) {
  const [said, setSaid] = useState<string>()
  const done = (words: string) => {
    setSaid(words)
    onChanged()
  }
  // Fetched here already, where there may still be a signal.
  useDayKey(themeDay)
  const { venueId, choose } = useVenue(themeDay)
  const ticks = useTicks(themeDay, { way: 'rollCall', venueId }, (name) => done(`${name}，记上了`))
  return (
    <>
      <OnSiteHead themeDay={themeDay} roll={roll} now={now} />
      <VenueHere themeDay={themeDay} roll={roll} venueId={venueId} onChange={choose} />
      <OnSiteHands themeDay={themeDay} roll={roll} venueId={venueId} now={now} onDone={done} />
      <RollList themeDay={themeDay} roll={roll} ticks={ticks} now={now} said={said} onDone={done} />
      <OnSiteMore themeDay={themeDay} roll={roll} ticks={ticks} now={now} onDone={done} />
      <PrintNow themeDay={themeDay} now={now} />
    </>
  )
}
