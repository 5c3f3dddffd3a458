import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import type { Rounding } from '#shared/dues/ids'
import { clauseWords, roundingWords } from '#shared/dues/words'
import { type Fen, sayYuan } from '#shared/kernel/fen'
import { headingOf, roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Press } from '../../../ui/Press'
import { problemTyped } from '../../parts/typed-yuan'
import { type Calculated, calculate, type IncomeKind, incomeHints, incomeLabels } from './calculator'
import './calculator.scss'

interface CalculatorProps {
  readonly kind: IncomeKind
  readonly rounding: Rounding
  /** Takes what came out; the income stays here. */
  readonly onUse: (monthly: Fen) => void
}

/**
 * What is typed lives in this component and nowhere else: no draft, no address, no question to the server. It is gone with the page, and
 * also when the phone is put down or another page is laid over this one.
 */
export function Calculator({ kind, rounding, onUse }: CalculatorProps) {
  const labels = incomeLabels[kind]
  const [typed, setTyped] = useState<readonly string[]>(() => labels.map(() => ''))
  useDidHide(() => setTyped(labels.map(() => '')))
  const calculated = calculate(kind, typed, rounding)
  return (
    <Card className="calculator">
      <View className="t-title" {...headingOf(2)}>
        算一算
      </View>
      <View className="calculator-promise t-note">
        <Icon name="lock" size={20} />
        <View>只在这部手机上算，算完就忘，不存也不传</View>
      </View>
      {labels.map((label, place) => (
        <Field
          key={label}
          label={`${label}（元）`}
          kind="yuan"
          maxLength={13}
          value={typed[place] ?? ''}
          problem={problemTyped(typed[place] ?? '')}
          {...(place === labels.length - 1 ? { hint: incomeHints[kind] } : {})}
          onChange={(next) => setTyped(typed.map((one, index) => (index === place ? next : one)))}
        />
      ))}
      <View {...roleOf('status')}>{calculated !== undefined && <Outcome calculated={calculated} rounding={rounding} />}</View>
      {calculated !== undefined && calculated.approvedFen > 0 && (
        <Press kind="plain" label={`用 ${sayYuan(calculated.approvedFen)} 元`} onPress={() => onUse(calculated.approvedFen)} />
      )}
    </Card>
  )
}

function Outcome({ calculated, rounding }: { readonly calculated: Calculated; readonly rounding: Rounding }) {
  const { dueFen, approvedFen, voluntaryFen, clause, explanation, jump } = calculated
  return (
    <View className="calculator-outcome">
      <View className="t-headline">每月 {sayYuan(dueFen)} 元</View>
      <View className="t-body">{explanation}</View>
      {jump !== undefined && <View className="t-body t-2">{jump}</View>}
      {voluntaryFen > 0 && (
        <View className="t-body t-pending">
          核定 {sayYuan(approvedFen)} 元，其余 {sayYuan(voluntaryFen)} 元算自愿多交
        </View>
      )}
      <View className="t-note t-2">
        {clauseWords[clause]}，{roundingWords[rounding]}
      </View>
    </View>
  )
}
