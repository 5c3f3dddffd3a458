import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthOf, shiftMonth } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { Ticks } from '../../ui/Ticks'
import type { ApprovalRow } from './approval-row'
import { type Arrangement, arrangementInputOf, arrangementOf, gapOfArrangement, isArranged } from './arrangement'
import { MonthField } from './MonthField'

interface ArrangeSheetProps {
  readonly row: ApprovalRow
  /** What whoever opens it has come for. */
  readonly startsWith?: Arrangement
  readonly onDone: () => void
  readonly onClose: () => void
}

const rows = [
  { value: 'quarterly', title: '按季交', note: '支部同意一个季度交一次' },
  { value: 'abroad', title: '出国（境）', note: '可以提前交到回来的那个月' },
  { value: 'excused', title: '有正当理由', note: '先不催、不上会；该交的还是要交' },
] as const satisfies readonly { readonly value: Arrangement; readonly title: string; readonly note: string }[]

/** What the branch has agreed to. Which reason it was is not asked: it is nobody's business here. */
export function ArrangeSheet({ row, startsWith, onDone, onClose }: ArrangeSheetProps) {
  const { memberId, name } = row
  const [form, setForm] = useState(() => arrangementOf(row, startsWith))
  const arranging = useCommand(api.dues.arrange)
  const gap = gapOfArrangement(form)
  const arrange = async () => {
    if ((await arranging.run({ memberId, ...arrangementInputOf(form) })) !== undefined) onDone()
  }
  const current = monthOf(useNow())
  const reach = { from: current, to: shiftMonth(current, 36) }
  return (
    <Sheet title={`${name}，支部同意的`} closeLabel="不改" onClose={onClose}>
      <Ticks
        label="支部同意的"
        rows={rows}
        ticked={form.ticked}
        onChange={(ticked) => setForm({ ...form, ticked: ticked.filter(isArranged) })}
      />
      {form.ticked.includes('abroad') && (
        <MonthField
          label="哪个月回来？"
          value={form.abroadUntil}
          {...reach}
          onChange={(abroadUntil) => setForm({ ...form, abroadUntil })}
        />
      )}
      {form.ticked.includes('excused') && (
        <MonthField
          label="到哪个月先不催？"
          value={form.excusedThrough}
          {...reach}
          onChange={(excusedThrough) => setForm({ ...form, excusedThrough })}
        />
      )}
      <View className="t-note t-2">只记支部同意了，不写是什么缘由</View>
      <Failed command={arranging} />
      <Press
        kind="primary"
        label={gap ?? '记下来'}
        disabled={gap !== undefined}
        isBusy={arranging.isRunning}
        busyLabel="正在存…"
        onPress={() => void arrange()}
      />
    </Sheet>
  )
}
