import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Ticks } from '../../../ui/Ticks'
import { problemTyped } from '../../parts/typed-yuan'
import { type GiftQuestion, giftQuestions, isLargeGift, type PaymentForm } from './payment-form'

interface GiftProps {
  readonly form: PaymentForm
  readonly onChange: (change: Partial<PaymentForm>) => void
}

const questions: Readonly<Record<GiftQuestion, string>> = {
  isWilling: '是本人自愿的',
  profileIsReady: '他的简要情况已经备好',
  goesUpWhole: '全部上缴中央，由中组部出收据',
}

/** 自愿多交: whatever is above what is due (article 11). From 1,000.00 yuan at once it goes up whole, and three things are asked first. */
export function Gift({ form, onChange }: GiftProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <Press kind="link" label="自愿多交一些" onPress={() => setOpen(true)} />
  return (
    <Card className="payment-part">
      <Field
        label="自愿多交多少元"
        value={form.gift}
        onChange={(gift) => onChange({ gift })}
        problem={problemTyped(form.gift)}
        placeholder="如：50"
        maxLength={12}
      />
      {isLargeGift(form) && (
        <>
          <View className="t-body t-strong">一次多交 1000 元以上，先看三件事</View>
          <Ticks
            label="三件事"
            rows={giftQuestions.map((value) => ({ value, title: questions[value] }))}
            ticked={form.answered}
            onChange={(ticked) => onChange({ answered: giftQuestions.filter((question) => ticked.includes(question)) })}
          />
        </>
      )}
    </Card>
  )
}
