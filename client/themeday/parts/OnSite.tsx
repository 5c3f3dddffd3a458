import { useState } from 'react'
import { OnSiteHands } from './OnSiteHands'
import { OnSiteHead } from './OnSiteHead'
import { OnSiteMore } from './OnSiteMore'
import { PrintNow } from './PrintNow'
import { RollList } from './RollList'
import type { Roll, ThemeDay } from './roll'
import { useTicks } from './ticks'
import { useDayKey } from './use-day-key'

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
  const ticks = useTicks(themeDay, 'rollCall', (name) => done(`${name}，记上了`))
  return (
    <>
      <OnSiteHead themeDay={themeDay} roll={roll} now={now} />
      <OnSiteHands themeDay={themeDay} roll={roll} now={now} onDone={done} />
      <RollList themeDay={themeDay} roll={roll} ticks={ticks} now={now} said={said} onDone={done} />
      <OnSiteMore themeDay={themeDay} roll={roll} ticks={ticks} now={now} onDone={done} />
      <PrintNow themeDay={themeDay} now={now} />
    </>
  )
}
