import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthOf, shiftMonth } from '#shared/kernel/day'
import { sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Choice } from '../../../ui/Choice'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { Book } from '../../parts/approval-row'
import { MonthField } from '../../parts/MonthField'
import { problemTyped } from '../../parts/typed-yuan'
import { earlierOf, laterOf } from '../../parts/year-month'
import { type HardshipForm, hardshipFormOf, hardshipInputOf, lastMonthFrom, normalIn } from './hardship-form'
import type { MatterSheetProps } from './Matters'
import { sayHardship } from './say-matters'

type HardshipSheetProps = MatterSheetProps & { readonly year: string; readonly book: Book }

/** Two steps: the branch asks, the next-higher committee decides. In between nothing changes. */
export function HardshipSheet(props: HardshipSheetProps) {
  const { row, onClose } = props
  const { hardship, approvals, name } = row
  return (
    <Sheet title={`${name}，困难减免`} closeLabel={hardship?.state === 'waiting' ? '关闭' : '不报了'} onClose={onClose}>
      {hardship !== undefined && <View className="t-body t-strong">{sayHardship(row)}</View>}
      {hardship?.state === 'waiting' ? (
        <View className="t-body">批下来以前，还照核定的数交</View>
      ) : approvals.length === 0 ? (
        <View className="t-body">先核定每月交多少，再报困难减免</View>
      ) : (
        <Request {...props} />
      )}
    </Sheet>
  )
}

const reliefs = [
  { value: 'waived', title: '免交' },
  { value: 'reduced', title: '少交' },
] as const

function Request({ row, year, book, onDone }: HardshipSheetProps) {
  const { memberId } = row
  const reach = {
    from: laterOf(`${year}-01`, book.startMonth),
    to: earlierOf(`${year}-12`, shiftMonth(monthOf(now()), 12)),
  }
  const [form, setForm] = useState(() => hardshipFormOf(reach, now()))
  const requesting = useCommand(api.dues.requestHardship)
  const input = hardshipInputOf(form)
  const normal = normalIn(row, form.from)
  const edit = (change: Partial<HardshipForm>) => {
    requesting.reset()
    setForm({ ...form, ...change })
  }
  const request = async () => {
    if (input !== undefined && (await requesting.run({ memberId, ...input })) !== undefined) onDone()
  }
  return (
    <>
      <View className="t-body">
        支部研究过的，报上级党委批。批下来以前，还照核定的{normal !== undefined && `每月 ${sayYuan(normal)} 元`}交。困难的情况不用写在这里
      </View>
      <MonthField label="从哪个月？" value={form.from} {...reach} onChange={(from) => edit({ from, to: laterOf(form.to, from) })} />
      <MonthField
        label="到哪个月？"
        value={form.to}
        from={form.from}
        to={lastMonthFrom(form.from)}
        hint="一次最多报一年"
        onChange={(to) => edit({ to })}
      />
      <Choice label="怎么减？" options={reliefs} value={form.relief} onChange={(relief) => edit({ relief })} />
      {form.relief === 'reduced' && (
        <Field
          label="每月交多少元"
          kind="yuan"
          maxLength={8}
          value={form.monthlyYuan}
          problem={problemTyped(form.monthlyYuan)}
          onChange={(monthlyYuan) => edit({ monthlyYuan })}
        />
      )}
      <Field label="支部哪天研究的" kind="date" value={form.metOn} onChange={(metOn) => edit({ metOn })} />
      <Failed command={requesting} />
      <Press
        kind="primary"
        label={input === undefined ? '请写全再报' : '报上级批'}
        disabled={input === undefined}
        isBusy={requesting.isRunning}
        busyLabel="正在报…"
        onPress={() => void request()}
      />
    </>
  )
}
