import { View } from '@tarojs/components'
import { useState } from 'react'
import { spacedName } from '#shared/members/ids'
import { decideRollCall } from '#shared/themeday/counting'
import { headingOf, roleOf } from '../../../ui/aria'
import { Empty } from '../../../ui/Empty'
import { Icon } from '../../../ui/Icon'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { StatusTag } from '../../../ui/StatusTag'
import { Tappable } from '../../../ui/Tappable'
import type { RollRow, ThemeDay } from '../../parts/roll'
import { useTicks } from '../../parts/ticks'
import { useLinger } from '../../parts/use-linger'
import { useVenue } from '../../parts/venue'
import './door-names.scss'

interface DoorNamesProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
  readonly now: number
  readonly onChanged: () => void
}

/** Everybody, group by group; who is there already cannot be tapped again. */
export function DoorNames({ themeDay, rows, now, onChanged }: DoorNamesProps) {
  const [asked, setAsked] = useState<RollRow>()
  const [said, setSaid] = useState<string>()
  const { venueId } = useVenue(themeDay)
  const ticks = useTicks(themeDay, { way: 'door', venueId }, (name) => {
    setSaid(`${name}，签到成功`)
    onChanged()
  })
  const decision = decideRollCall({ themeDay: { ...themeDay, openedAt: themeDay.opensAt }, now, way: 'door' })
  if (!decision.ok) return <Empty icon="clock" words={wordsOf(decision.code)} note="请找支书" />
  return (
    <>
      <View {...roleOf('status')}>{said !== undefined && <StatusTag tone="ok" icon="circle-check" word={said} />}</View>
      {groupsOf(rows).map(({ groupName, members }) => (
        <View key={groupName}>
          <View className="t-title door-group" {...headingOf(2)}>
            {groupName}
          </View>
          <View className="door-names">
            {members.map((row) => (
              <DoorName key={row.memberId} row={row} state={ticks.items.get(row.memberId)?.state} onPress={() => setAsked(row)} />
            ))}
          </View>
        </View>
      ))}
      {asked !== undefined && <IsItYou name={asked.name} onYes={() => ticks.tick(asked)} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface IsItYouProps {
  readonly name: string
  readonly onYes: () => void
  readonly onClose: () => void
}

function IsItYou({ name, onYes, onClose }: IsItYouProps) {
  const { isLingering, linger } = useLinger(onClose)
  const come = () => {
    onYes()
    linger()
  }
  return (
    <Sheet title={`您是${name}？`} closeLabel="不是我" onClose={onClose}>
      <Press kind="primary" size="large" label="我到了" isBusy={isLingering} busyLabel="记下了" onPress={come} />
    </Sheet>
  )
}

interface DoorNameProps {
  readonly row: RollRow
  readonly state: 'queued' | 'sent' | 'waiting' | 'refused' | undefined
  readonly onPress: () => void
}

function DoorName({ row, state, onPress }: DoorNameProps) {
  const isThere = row.attendance !== undefined
  const word = isThere ? '已到' : state === 'queued' ? '记下了' : state === 'refused' ? '没记上，请找支书' : undefined
  return (
    <Tappable className={isThere ? 'door-name is-there' : 'door-name'} isDisabled={isThere || state === 'queued'} onPress={onPress}>
      <View className="t-title">{spacedName(row.name)}</View>
      {word !== undefined && (
        <View className="door-word t-note">
          <Icon name={isThere ? 'check' : state === 'queued' ? 'clock' : 'info'} size={20} />
          {word}
        </View>
      )}
    </Tappable>
  )
}

/** In roster order, which keeps the groups together; who is in none comes last. */
function groupsOf(rows: readonly RollRow[]): readonly { readonly groupName: string; readonly members: readonly RollRow[] }[] {
  const names = [...new Set(rows.map(({ groupName = '' }) => groupName))].sort((one, other) => Number(one === '') - Number(other === ''))
  return names.map((name) => ({
    groupName: name === '' ? (names.length > 1 ? '其他党员' : '名单') : name,
    members: rows.filter(({ groupName = '' }) => groupName === name),
  }))
}

function wordsOf(code: string): string {
  if (code === 'NOT_OPEN') return '还没到签到的时间'
  return code === 'WAY_NOT_CHOSEN' ? '支部这次不在门口点名' : '签到已经结束了'
}
