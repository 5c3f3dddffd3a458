import { View } from '@tarojs/components'
import { changeReasons, dueKinds, type Rounding } from '#shared/dues/ids'
import { clauseOf, fixedFen } from '#shared/dues/rules'
import { changeReasonWords, clauseWords, explainSet, kindNotes, kindWords } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import type { Book } from '../../parts/approval-row'
import { MonthField } from '../../parts/MonthField'
import { type ApproveForm, incomeKindOf, monthlyProblem } from './approve-form'
import { Calculator } from './Calculator'

interface ApproveFieldsProps {
  readonly form: ApproveForm
  readonly onChange: (form: ApproveForm) => void
  readonly book: Book
  readonly rounding: Rounding
  /** first month of the year's approval */
  readonly first: MonthKey
  /** Something was set before: it is asked why. */
  readonly isChange: boolean
}

const kinds = dueKinds.map((value) => ({ value, title: kindWords[value], note: kindNotes[value] }))
const reasons = changeReasons.map((value) => ({ value, title: changeReasonWords[value] }))

export function ApproveFields({ form, onChange, book, rounding, first, isChange }: ApproveFieldsProps) {
  const { kind, monthlyYuan, from, reason } = form
  const incomeKind = incomeKindOf(kind)
  return (
    <>
      {/* What was typed for another kind is no amount of this one. */}
      <Choice
        label="是哪一类？"
        options={kinds}
        value={kind}
        onChange={(next) => next !== kind && onChange({ ...form, kind: next, monthlyYuan: '' })}
      />
      {(kind === 'farmer' || kind === 'fixed') && <SetAmount kind={kind} book={book} />}
      {incomeKind !== undefined && (
        <>
          <Calculator
            key={incomeKind}
            kind={incomeKind}
            rounding={rounding}
            onUse={(monthly) => onChange({ ...form, monthlyYuan: sayYuan(monthly) })}
          />
          <Field
            label="核定每月交多少元"
            kind="yuan"
            maxLength={8}
            hint="算好的，也可以直接写"
            value={monthlyYuan}
            problem={monthlyProblem(monthlyYuan)}
            onChange={(next) => onChange({ ...form, monthlyYuan: next })}
          />
        </>
      )}
      <MonthField
        label="从哪个月起？"
        value={from}
        from={first}
        to={`${first.slice(0, 4)}-12`}
        onChange={(next) => onChange({ ...form, from: next })}
      />
      {isChange && <Choice label="为什么改？" options={reasons} value={reason} onChange={(next) => onChange({ ...form, reason: next })} />}
    </>
  )
}

/** Nothing to work out: the branch, or the article, has set it. */
function SetAmount({ kind, book }: { readonly kind: 'farmer' | 'fixed'; readonly book: Book }) {
  const monthly = kind === 'farmer' ? fen(book.farmerFen) : fixedFen
  return (
    <Card>
      <View className="t-headline">每月 {sayYuan(monthly)} 元</View>
      <View className="t-body">{explainSet(kind, monthly)}</View>
      <View className="t-note t-2">{clauseWords[clauseOf[kind]]}</View>
    </Card>
  )
}
