import { useEffect, useState } from 'react'
import { useNow } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { restart } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { outbox } from '../../../kernel/use-outbox'
import { type How, tapCheckIn } from '../../parts/check-ins'
import { stateNow } from '../../parts/held'
import type { ThemeDay } from '../read-event'
import { CalledOff } from './CalledOff'
import { Done } from './Done'
import { HouseholdTaps } from './HouseholdTaps'
import { Over } from './Over'
import { Ready } from './Ready'
import { Together } from './Together'
import { useHousehold } from './use-household'
import { atVenue, VenueChoice } from './VenueChoice'

interface CheckInProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly how: How
  /** What was tapped here: on its way, or arrived. */
  readonly item: OutboxItem | undefined
  /** Asks again after the command, instead of patching a copy. */
  readonly onChanged: () => void
}

/** scan → ready —tap→ sending → done. */
export function CheckIn({ person, themeDay, how: reached, item, onChanged }: CheckInProps) {
  const now = useNow()
  const [how, setHow] = useState(reached)
  const household = useHousehold(person, themeDay.themeDayId)
  const isSent = item?.state === 'sent'
  useEffect(() => {
    if (!isSent) return
    device.vibrate()
    onChanged()
  }, [isSent, onChanged])
  const leave = () => {
    if (item !== undefined) outbox.dismiss(item.requestId)
    household.dismiss()
    restart('home')
  }

  const at = item?.at ?? themeDay.mine?.at
  const state = stateNow(themeDay, now)
  const taps = <HouseholdTaps items={household.taps} />
  if (at !== undefined) {
    const others = state === 'open' && household.others.length > 0 && (
      <Together label="家里人也到了" persons={household.others} themeDay={themeDay} how={how} />
    )
    return (
      <Done person={person} themeDay={themeDay} at={at} isNew={item?.at !== undefined} others={others} onLeave={leave}>
        {taps}
      </Done>
    )
  }
  if (themeDay.stage === 'cancelled') return <CalledOff themeDay={themeDay} />
  if (state === 'over' && item === undefined) return <Over person={person} themeDay={themeDay} now={now} />
  return (
    <Ready
      person={person}
      themeDay={themeDay}
      now={now}
      isOpen={state !== 'planned'}
      isSending={item !== undefined}
      together={
        household.others.length > 0 && <Together label="我们都到了" persons={[person, ...household.others]} themeDay={themeDay} how={how} />
      }
      onCheckIn={() => tapCheckIn(person, themeDay, how)}
    >
      <VenueChoice themeDay={themeDay} value={how.venueId} onChange={(venueId) => setHow(atVenue(how, venueId))} />
      {taps}
    </Ready>
  )
}
