import { View } from '@tarojs/components'
import { useState } from 'react'
import { decideRollCall } from '#shared/themeday/rules'
import { useTextSize } from '../../kernel/text-size'
import { roleOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { StatusTag } from '../../ui/StatusTag'
import { Tabs } from '../../ui/Tabs'
import { RollCallSheet } from './RollCallSheet'
import { MissingLine, PresentLine } from './RollLine'
import type { Roll, RollRow, ThemeDay } from './roll'
import './roll-list.scss'

interface RollListProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly now: number
  /** The roll has to be read again. */
  readonly onCalled: () => void
}

/** Who is missing comes first; a tap on a name asks before it is written down. */
export function RollList({ themeDay, roll, now, onCalled }: RollListProps) {
  const { isBig } = useTextSize()
  const [side, setSide] = useState<'missing' | 'present'>('missing')
  const [called, setCalled] = useState<RollRow>()
  const [said, setSaid] = useState<string>()
  const canCall = decideRollCall({ themeDay: { ...themeDay, openedAt: themeDay.opensAt }, now }).ok
  const finish = (words: string) => {
    setCalled(undefined)
    setSaid(words)
    onCalled()
  }
  return (
    <>
      <View className="roll-said" {...roleOf('status')}>
        {said !== undefined && <StatusTag tone="ok" icon="check" word={said} />}
      </View>
      <Card className="roll">
        <Tabs
          label="到会名单"
          tabs={[
            { value: 'missing', ...(isBig ? {} : { icon: 'circle' }), word: `没到 ${roll.missing.length}` },
            { value: 'present', ...(isBig ? {} : { icon: 'check' }), word: `到了 ${roll.present.length}` },
          ]}
          active={side}
          onChange={setSide}
        />
        {side === 'missing' ? <Missing roll={roll} {...(canCall ? { onCall: setCalled } : {})} /> : <Present roll={roll} />}
      </Card>
      {called !== undefined && (
        <RollCallSheet themeDayId={themeDay.themeDayId} row={called} onDone={finish} onClose={() => setCalled(undefined)} />
      )}
    </>
  )
}

function Missing({ roll, onCall }: { readonly roll: Roll; readonly onCall?: (row: RollRow) => void }) {
  if (roll.missing.length === 0) return <View className="roll-none t-body t-2">都到齐了</View>
  return (
    <View {...roleOf('list')} aria-label="没到的">
      {roll.missing.map((row) => (
        <MissingLine key={row.memberId} row={row} {...(onCall === undefined ? {} : { onPress: () => onCall(row) })} />
      ))}
    </View>
  )
}

function Present({ roll }: { readonly roll: Roll }) {
  if (roll.present.length === 0) return <View className="roll-none t-body t-2">还没有人签到</View>
  return (
    <View {...roleOf('list')} aria-label="到了的">
      {roll.present.map((row) => (
        <PresentLine key={row.memberId} row={row} />
      ))}
    </View>
  )
}
