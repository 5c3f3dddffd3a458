import { useState } from 'react'
import { decideByHand, decideCalled } from '#shared/themeday/counting'
import { themeDayTitle } from '#shared/themeday/ids'
import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import type { Roll, ThemeDay } from '../../parts/roll'
import type { Ticks } from '../../parts/ticks'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { GuestSheet } from './GuestSheet'

interface OnSiteMoreProps {
  readonly themeDay: ThemeDay
  readonly roll: Roll
  readonly ticks: Ticks
  readonly now: number
  readonly onDone: (words: string) => void
}

/** Below the names: who is missing for the group's chat, a guest, a list on paper, a tablet at the door. */
export function OnSiteMore({ themeDay, roll, ticks, now, onDone }: OnSiteMoreProps) {
  const { themeDayId } = themeDay
  const isSecretary = useIsSecretary()
  const [isAddingGuest, setAddingGuest] = useState(false)
  const held = { ...themeDay, openedAt: themeDay.opensAt }
  const canWrite = decideByHand(held, now).ok
  const isAtDoor = themeDay.ways.includes('door') && decideCalled({ themeDay: held, now }).ok
  const added = (name: string) => {
    setAddingGuest(false)
    onDone(`客人 ${name}，记上了`)
  }
  return (
    <>
      <CopyMissing themeDay={themeDay} roll={roll} ticks={ticks} />
      {canWrite && (
        <Card kind="list">
          {isAtDoor && <Row icon="users" title="门口点名字" isStrong onPress={() => go('door', { themeDayId })} />}
          <Row icon="user-plus" title="加一位客人" isStrong onPress={() => setAddingGuest(true)} />
          {isSecretary && <Row icon="file-text" title="补录纸质名单" isStrong onPress={() => go('paper', { themeDayId })} />}
        </Card>
      )}
      {isAddingGuest && <GuestSheet themeDayId={themeDayId} onDone={added} onClose={() => setAddingGuest(false)} />}
    </>
  )
}

/** Those who may still come: not who asked leave, need not come, or was ticked here a moment ago. */
function CopyMissing({ themeDay, roll, ticks }: Pick<OnSiteMoreProps, 'themeDay' | 'roll' | 'ticks'>) {
  const [copied, setCopied] = useState<boolean>()
  const awaited = roll.missing.filter(
    (row) => row.leave === undefined && !row.isExcused && ticks.items.get(row.memberId)?.state !== 'queued',
  )
  if (awaited.length === 0) return null
  const words = `${themeDayTitle(themeDay.month)}，还没到的：${awaited.map(({ name }) => name).join('、')}`
  const label = copied === undefined ? '复制未到名单' : copied ? '已复制，去微信粘贴' : '复制不了，请照着念'
  return <Press kind="plain" label={label} onPress={() => void device.copy(words).then(setCopied)} />
}
