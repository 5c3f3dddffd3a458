import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayClock, sayDay } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { BranchDay } from '../../parts/answers'
import { numbersOf } from './branch-day'

interface ReopenSheetProps {
  readonly row: BranchDay
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A book that was closed too early is opened by the level above, and the book says why. */
export function ReopenSheet({ row, onDone, onClose }: ReopenSheetProps) {
  const [reason, setReason] = useState('')
  const reopening = useCommand(api.themeday.reopen)
  const themeDay = row.themeDay
  const closed = themeDay?.closed
  if (themeDay === undefined || closed === undefined) return null
  const { leave, absent, guests } = closed.tally
  const numbers = numbersOf(row)
  const reopen = async () => {
    if ((await reopening.run({ themeDayId: themeDay.themeDayId, reason: reason.trim() })) !== undefined) onDone()
  }
  const isSaid = reason.trim() !== ''
  return (
    <Sheet title={row.branchName} onClose={onClose}>
      <View className="t-body">
        {numbers?.came}，请假 {leave}，缺席 {absent}
        {guests > 0 && `，客人 ${guests}`}。{numbers?.byProxy}
      </View>
      <View className="t-body t-2">
        {sayDay(closed.at)} {sayClock(closed.at)} 归档
      </View>
      <Field label="为什么打开？" value={reason} onChange={setReason} maxLength={60} hint="会写在登记表上" />
      <Failed command={reopening} />
      <Press
        kind="danger"
        label={isSaid ? '打开，让支部改' : '要打开，先写为什么'}
        disabled={!isSaid}
        isBusy={reopening.isRunning}
        busyLabel="正在打开…"
        onPress={() => void reopen()}
      />
    </Sheet>
  )
}
