import { useEffect } from 'react'
import { stateOf } from '#shared/themeday/rules'
import { useNow } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { restart } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { outbox } from '../../../kernel/use-outbox'
import { tapCheckIn } from '../../parts/check-ins'
import type { ThemeDay } from '../read-event'
import { Done } from './Done'
import { HouseholdTaps } from './HouseholdTaps'
import { Over } from './Over'
import { Ready } from './Ready'
import { Together } from './Together'
import { useHousehold } from './use-household'

interface CheckInProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly via: 'code' | 'home'
  /** What was tapped here: on its way, or arrived. */
  readonly item: OutboxItem | undefined
  /** Asks again after the command, instead of patching a copy. */
  readonly onChanged: () => void
}

/** scan → ready —tap→ sending → done. */
export function CheckIn({ person, themeDay, via, item, onChanged }: CheckInProps) {
  const now = useNow()
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
  const window = { startsAt: themeDay.startsAt, endsAt: themeDay.endsAt, openedAt: themeDay.opensAt }
  const state = stateOf(window, now)
  const taps = <HouseholdTaps items={household.taps} />
  if (at !== undefined) {
    const others = state === 'open' && household.others.length > 0 && (
      <Together label="家里人也到了" persons={household.others} themeDay={themeDay} via={via} />
    )
    return (
      <Done person={person} themeDay={themeDay} at={at} isNew={item?.at !== undefined} others={others} onLeave={leave}>
        {taps}
      </Done>
    )
  }
  if (state === 'over' && item === undefined) return <Over person={person} themeDay={themeDay} />
  return (
    <Ready
      person={person}
      themeDay={themeDay}
      now={now}
      isOpen={state !== 'planned'}
      isSending={item !== undefined}
      together={
        household.others.length > 0 && <Together label="我们都到了" persons={[person, ...household.others]} themeDay={themeDay} via={via} />
      }
      onCheckIn={() => tapCheckIn(person, themeDay, via)}
    >
      {taps}
    </Ready>
  )
}
