import { View } from '@tarojs/components'
import { useState } from 'react'
import { payWays } from '#shared/dues/ids'
import { kindWords, payWayWords } from '#shared/dues/words'
import { dayOf, type MonthKey } from '#shared/kernel/day'
import { useNow } from '../../../kernel/clock'
import { back } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { isToCollect, type MonthRow } from '../../parts/collecting'
import { ElsewhereSheet } from './ElsewhereSheet'
import { Gift } from './Gift'
import { Payer } from './Payer'
import { dueNow, PayMonths } from './PayMonths'
import { PaymentFoot } from './PaymentFoot'
import { PayNote } from './PayNote'
import { formOf, needsNote, type PaymentForm } from './payment-form'
import { Recorded, type RecordedPayment } from './Recorded'
import { Settled } from './Settled'
import { Unset } from './Unset'
import './payment.scss'

interface PaymentPageProps {
  readonly row: MonthRow
  readonly rows: readonly MonthRow[]
  readonly month: MonthKey
  readonly onChanged: () => void
}

const ways = payWays.map((value) => ({ value, title: payWayWords[value] }))

/** All about one member's payment that is more than cash in the hand for this month. */
export function PaymentPage({ row, rows, month, onChanged }: PaymentPageProps) {
  const now = useNow()
  const { memberId, name, groupName, kind } = row
  const due = dueNow(row, month)
  const [filled, setForm] = useState(() => formOf(row, isToCollect(row) ? due.filter((one) => one.month === month) : []))
  // What is due may be read anew while the form lies open, and may have been paid to somebody else meanwhile.
  const form = {
    ...filled,
    day: filled.day ?? dayOf(now),
    months: filled.months.flatMap((one) => due.find((known) => known.month === one.month) ?? (one.month > month ? one : [])),
  }
  const [recorded, setRecorded] = useState<RecordedPayment>()
  const [isElsewhere, setElsewhere] = useState(false)
  const change = (changed: Partial<PaymentForm>) => setForm({ ...form, day: filled.day, ...changed })
  const anew = () => {
    setForm({ ...form, day: filled.day, months: [] })
    onChanged()
  }
  if (recorded !== undefined) return <Recorded name={name} payment={recorded} />
  const isAhead = form.day > dayOf(now)
  // Where nothing is due there is nothing to ask either, until somebody wants to pay ahead or more.
  const isBegun = due.length > 0 || form.months.length > 0 || form.gift !== ''
  return (
    <Page
      title={name}
      note={[groupName, kind && kindWords[kind]].filter(Boolean).join('，')}
      whenOffline="没有网。现金可以回名单点“收到”"
      foot={isBegun && <PaymentFoot memberId={memberId} form={form} now={now} onRecorded={setRecorded} onRefused={onChanged} />}
    >
      {row.entry !== undefined && <Settled name={name} state={row.state} entry={row.entry} month={month} onReversed={anew} />}
      {row.note !== undefined && <PayNote memberId={memberId} month={month} note={row.note} onAnswered={onChanged} />}
      {row.state === 'unset' && <Unset memberId={memberId} year={month.slice(0, 4)} />}
      <PayMonths row={row} month={month} chosen={form.months} now={now} onChange={(months) => change({ months })} />
      {needsNote(form) && (
        <Card>
          <Field
            label="补交超过六个月，支部怎么说的"
            value={form.branchNote}
            onChange={(branchNote) => change({ branchNote })}
            maxLength={60}
            placeholder="如：11月20日支委会同意补交"
          />
        </Card>
      )}
      {isBegun && <Payer form={form} others={rows.filter((one) => one.memberId !== memberId)} onChange={change} />}
      {isBegun && (
        <Card className="payment-part">
          <Choice label="怎么交的" options={ways} value={form.way} onChange={(way) => change({ way })} />
          <Field
            label="哪天收到的"
            kind="date"
            value={form.day}
            onChange={(day) => change({ day })}
            problem={isAhead ? '日子还没到，请看一眼' : undefined}
          />
        </Card>
      )}
      <Gift form={form} onChange={change} />
      {form.months.length > 0 && <Press kind="link" label="他在外地交了" onPress={() => setElsewhere(true)} />}
      {isElsewhere && (
        <ElsewhereSheet
          memberId={memberId}
          name={name}
          months={form.months.map((one) => one.month)}
          onDone={back}
          onClose={() => setElsewhere(false)}
        />
      )}
      <View className="t-note t-2 t-center">这里只记账，不收钱</View>
    </Page>
  )
}
