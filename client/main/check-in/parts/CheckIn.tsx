import { useState } from 'react'
import { stateOf } from '#shared/themeday/rules'
import { api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import type { Person } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import type { ThemeDay } from '../read-event'
import { Done } from './Done'
import { Over } from './Over'
import { Ready } from './Ready'

interface CheckInProps {
  readonly person: Person
  readonly themeDay: ThemeDay
  readonly via: 'code' | 'home'
  /** Asks again after the command, instead of patching a copy. */
  readonly onChanged: () => void
}

/** scan → ready —tap→ sending → done. */
export function CheckIn({ person, themeDay, via, onChanged }: CheckInProps) {
  const now = useNow()
  const command = useCommand(api.themeday.checkIn)
  const [done, setDone] = useState<{ readonly at: number }>()
  const checkIn = async () => {
    const answer = await command.run({ themeDayId: themeDay.themeDayId, via })
    if (answer !== undefined) {
      device.vibrate()
      setDone(answer)
    }
    onChanged()
  }
  if (done !== undefined) return <Done person={person} themeDay={themeDay} at={done.at} isNew />
  if (themeDay.mine !== undefined) return <Done person={person} themeDay={themeDay} at={themeDay.mine.at} isNew={false} />
  const window = { startsAt: themeDay.startsAt, endsAt: themeDay.endsAt, openedAt: themeDay.opensAt }
  const state = stateOf(window, now)
  if (state === 'over') return <Over person={person} themeDay={themeDay} />
  return (
    <Ready person={person} themeDay={themeDay} now={now} isOpen={state === 'open'} command={command} onCheckIn={() => void checkIn()} />
  )
}
