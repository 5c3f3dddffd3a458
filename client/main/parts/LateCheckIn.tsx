import { View } from '@tarojs/components'
import { useState } from 'react'
import { type LateCheckInReason, lateCheckInReasons } from '#shared/themeday/ids'
import { lateCheckInWords } from '#shared/themeday/words'
import type { Person } from '../../kernel/session'
import { Choice } from '../../ui/Choice'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { tapLateCheckIn } from './check-ins'
import type { ThemeDay } from './held'

interface LateCheckInProps {
  readonly kind: 'primary' | 'link'
  readonly person: Person
  readonly themeDay: ThemeDay
}

const reasons = lateCheckInReasons.map((value) => ({ value, title: lateCheckInWords[value] }))

/** 到了没签上？补签: for three days, with a reason, and the secretary nods. It may wait in the phone for a signal. */
export function LateCheckIn({ kind, person, themeDay }: LateCheckInProps) {
  const [isOpen, setOpen] = useState(false)
  const [why, setWhy] = useState<LateCheckInReason>()
  const ask = () => {
    if (why === undefined) return
    setOpen(false)
    tapLateCheckIn(person, themeDay, why)
  }
  return (
    <>
      <Press kind={kind} label="到了没签上？补签" onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title="当时怎么没签上？" closeLabel="先不补" onClose={() => setOpen(false)}>
          <View className="t-body t-2">{person.name}，那天您在场的，支书点了头就算</View>
          <Choice label="当时怎么没签上" isLabelHidden options={reasons} value={why} onChange={setWhy} />
          <Press kind="primary" label={why === undefined ? '先点一个原因' : '补签'} disabled={why === undefined} onPress={ask} />
        </Sheet>
      )}
    </>
  )
}
