import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Person } from '../../../kernel/session'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { Ticks } from '../../../ui/Ticks'
import { type How, tapCheckIn } from '../../parts/check-ins'
import type { ThemeDay } from '../read-event'

interface TogetherProps {
  readonly label: string
  /** Those of the household nothing was tapped for yet, the one who holds the phone first. */
  readonly persons: readonly Person[]
  readonly themeDay: ThemeDay
  readonly how: How
}

/** 我们都到了: one button for a household, and a tick to take out who stayed at home. Each has a record of their own. */
export function Together({ label, persons, themeDay, how }: TogetherProps) {
  const [isOpen, setOpen] = useState(false)
  const [left, setLeft] = useState<readonly string[]>([])
  const coming = persons.filter(({ personId }) => !left.includes(personId))
  const checkIn = () => {
    for (const person of coming) tapCheckIn(person, themeDay, how)
    setOpen(false)
  }
  return (
    <>
      <Press kind="plain" icon="users" label={label} onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title="哪几位到了？" closeLabel="先不签" onClose={() => setOpen(false)}>
          <View className="t-body t-2">没来的，点一下去掉</View>
          <Ticks
            label="到了的"
            rows={persons.map(({ personId, name, groupName }) => ({
              value: personId,
              title: name,
              ...(groupName === undefined ? {} : { note: groupName }),
            }))}
            ticked={coming.map(({ personId }) => personId)}
            onChange={(ticked) => setLeft(persons.map(({ personId }) => personId).filter((id) => !ticked.includes(id)))}
          />
          <Press
            kind="primary"
            label={coming.length === 0 ? '先点上到了的人' : `这 ${coming.length} 位签到`}
            disabled={coming.length === 0}
            onPress={checkIn}
          />
        </Sheet>
      )}
    </>
  )
}
