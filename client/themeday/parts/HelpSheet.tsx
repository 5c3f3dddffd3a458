import { View } from '@tarojs/components'
import { useState } from 'react'
import { helpReasons } from '#shared/assists/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { Ticks } from '../../ui/Ticks'
import type { RollRow } from './roll'

interface HelpSheetProps {
  readonly themeDayId: string
  readonly row: RollRow
  readonly onDone: (name: string) => void
  readonly onClose: () => void
}

const seen = [{ value: 'seen', title: '我看见他本人到场了' }]
const reasons = helpReasons.map((reason) => ({ value: reason, title: reason }))

/** Why they need a hand, and that they are there: both go with the record, and the member reads who did it. */
export function HelpSheet({ themeDayId, row: { memberId, name }, onDone, onClose }: HelpSheetProps) {
  const [reason, setReason] = useState<(typeof helpReasons)[number]>()
  const [isSeen, setSeen] = useState(false)
  const helping = useCommand((input: { readonly reason: string }, options) =>
    api.themeday.checkIn({ themeDayId, via: 'home' }, { ...options, for: { memberId, reason: input.reason } }),
  )
  const isReady = reason !== undefined && isSeen
  const help = async () => {
    if (reason !== undefined && (await helping.run({ reason })) !== undefined) onDone(name)
  }
  const isThere = helping.refusal?.code === 'ALREADY_CHECKED_IN'
  const refusal = isThere && helping.refusal ? { ...helping.refusal, message: `${name}已经签过了，不用再签` } : helping.refusal
  return (
    <Sheet title={`帮 ${name} 签到`} closeLabel="不签了" onClose={onClose}>
      <Choice label="为什么要帮？" options={reasons} value={reason} onChange={setReason} />
      <Ticks label="本人在场吗？" rows={seen} ticked={isSeen ? ['seen'] : []} onChange={(ticked) => setSeen(ticked.length > 0)} />
      {(refusal !== undefined || helping.isUnreachable) && <ErrorBox isCommand refusal={refusal} unreachable={helping.isUnreachable} />}
      <View className="t-note t-2">会写上您的名字，本人也看得到</View>
      <Press
        kind="primary"
        label={isReady ? '确认签到' : isSeen ? '请先选为什么' : '请先看见本人'}
        disabled={!isReady}
        isBusy={helping.isRunning}
        busyLabel="正在记…"
        onPress={() => void help()}
      />
    </Sheet>
  )
}
