import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PayerKind } from '#shared/dues/ids'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Ticks } from '../../../ui/Ticks'
import type { MonthRow } from '../../parts/collecting'
import { MemberSheet } from './MemberSheet'
import type { PaymentForm } from './payment-form'

interface PayerProps {
  readonly form: PaymentForm
  /** who may have paid for them */
  readonly others: readonly MonthRow[]
  readonly onChange: (change: Partial<PaymentForm>) => void
}

const kinds: readonly { readonly value: PayerKind; readonly title: string }[] = [
  { value: 'self', title: '本人' },
  { value: 'relative', title: '亲属代交' },
  { value: 'member', title: '别的党员代交' },
]

/** Who handed the money over: a name stands on the receipt, and the branch agreed (article 13). */
export function Payer({ form, others, onChange }: PayerProps) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <Card className="payment-part">
      <Choice label="谁交的" options={kinds} value={form.payer} onChange={(payer) => onChange({ payer })} />
      {form.payer === 'relative' && (
        <Field
          label="怎么称呼"
          value={form.relative}
          onChange={(relative) => onChange({ relative })}
          maxLength={20}
          placeholder="如：女儿张敏"
        />
      )}
      {form.payer === 'member' && (
        <Press kind="plain" label={form.member === undefined ? '选一位党员' : form.member.name} onPress={() => setChoosing(true)} />
      )}
      {form.payer !== 'self' && (
        <Ticks
          label="支部同意"
          rows={[{ value: 'consent', title: '支部同意代交' }]}
          ticked={form.hasConsent ? ['consent'] : []}
          onChange={(ticked) => onChange({ hasConsent: ticked.length > 0 })}
        />
      )}
      {form.payer === 'member' && <View className="t-note t-2">一次只记一位。他自己的，回名单另记</View>}
      {isChoosing && (
        <MemberSheet
          rows={others}
          chosen={form.member?.memberId}
          onChoose={({ memberId, name }) => {
            onChange({ member: { memberId, name } })
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Card>
  )
}
