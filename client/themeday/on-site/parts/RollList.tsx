import { View } from '@tarojs/components'
import { useState } from 'react'
import { decideByHand, decideCalled } from '#shared/themeday/counting'
import { useTextSize } from '../../../kernel/text-size'
import { roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { StatusTag } from '../../../ui/StatusTag'
import { Tabs } from '../../../ui/Tabs'
import { ReverseSheet } from '../../parts/ReverseSheet'
import type { PresentRow, Roll, RollRow, ThemeDay } from '../../parts/roll'
import type { Ticks } from '../../parts/ticks'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { RollCallSheet } from './RollCallSheet'
import { MissingLine, PresentLine } from './RollLine'
import './roll-list.scss'

interface RollListProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly ticks: Ticks
  readonly now: number
  /** what was done last, in words */
  readonly said: string | undefined
  /** Something was recorded: it is said, and the roll has to be read again. */
  readonly onDone: (words: string) => void
}

/** Who is missing comes first; a tap on a name asks before it is written down. */
export function RollList({ themeDay, roll, ticks, now, said, onDone }: RollListProps) {
  const { isBig } = useTextSize()
  const isSecretary = useIsSecretary()
  const [side, setSide] = useState<'missing' | 'present'>('missing')
  const [called, setCalled] = useState<RollRow>()
  const [doubted, setDoubted] = useState<PresentRow>()
  const held = { ...themeDay, openedAt: themeDay.opensAt }
  const canCall = decideCalled({ themeDay: held, now }).ok
  const canWrite = decideByHand(held, now).ok
  const close = () => {
    setCalled(undefined)
    setDoubted(undefined)
  }
  const finish = (words: string) => {
    close()
    onDone(words)
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
        {side === 'missing' ? (
          <Missing rows={roll.missing} ticks={ticks} canWrite={canWrite || canCall} onChoose={setCalled} />
        ) : (
          <Present rows={roll.present} venues={themeDay.venues} onChoose={isSecretary ? setDoubted : undefined} />
        )}
      </Card>
      {called !== undefined && (
        <RollCallSheet
          themeDay={themeDay}
          row={called}
          item={ticks.items.get(called.memberId)}
          canCall={canCall}
          canWrite={canWrite}
          onTick={() => ticks.tick(called)}
          onDrop={() => {
            ticks.drop(called)
            close()
          }}
          onDone={finish}
          onClose={close}
        />
      )}
      {doubted !== undefined && <ReverseSheet themeDayId={themeDay.themeDayId} row={doubted} onDone={finish} onClose={close} />}
    </>
  )
}

interface MissingProps {
  readonly rows: Roll['missing']
  readonly ticks: Ticks
  readonly canWrite: boolean
  readonly onChoose: (row: RollRow) => void
}

function Missing({ rows, ticks, canWrite, onChoose }: MissingProps) {
  // What was refused can be read and put away when nothing else can be done any more.
  const isOpen = ({ memberId }: RollRow) => canWrite || ticks.items.get(memberId)?.state === 'refused'

  if (rows.length === 0) return <View className="roll-none t-body t-2">都到齐了</View>
  return (
    <View {...roleOf('list')} aria-label="没到的">
      {rows.map((row) => (
        <MissingLine
          key={row.memberId}
          row={row}
          item={ticks.items.get(row.memberId)}
          onPress={isOpen(row) ? () => onChoose(row) : undefined}
        />
      ))}
    </View>
  )
}

interface PresentProps {
  readonly rows: Roll['present']
  readonly venues: ThemeDay['venues']
  readonly onChoose: ((row: PresentRow) => void) | undefined
}

function Present({ rows, venues, onChoose }: PresentProps) {
  if (rows.length === 0) return <View className="roll-none t-body t-2">还没有人签到</View>
  return (
    <>
      {onChoose !== undefined && <View className="roll-hint t-note t-2">记错了的，点一下名字可以撤销</View>}
      <View {...roleOf('list')} aria-label="到了的">
        {rows.map((row) => (
          <PresentLine key={row.memberId} row={row} venues={venues} onPress={onChoose && (() => onChoose(row))} />
        ))}
      </View>
    </>
  )
}
