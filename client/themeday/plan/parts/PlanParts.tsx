import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DayPart } from '#shared/themeday/ids'
import { partWords } from '#shared/themeday/words'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import type { PlanPart } from '../../parts/plan'
import { LeaderSheet } from './LeaderSheet'

interface PlanPartsProps {
  readonly parts: readonly PlanPart[]
  readonly onChange: (parts: readonly PlanPart[]) => void
}

/** The five parts of the day: what is done, and who leads it. */
export function PlanParts({ parts, onChange }: PlanPartsProps) {
  const [asked, setAsked] = useState<DayPart>()
  const change = (part: DayPart, change: Partial<PlanPart>) =>
    onChange(parts.map((one) => (one.part === part ? { ...one, ...change } : one)))
  return (
    <>
      {parts.map(({ part, what, leader }) => (
        <View key={part}>
          <Field label={partWords[part]} value={what} maxLength={60} onChange={(value) => change(part, { what: value })} />
          <View className="plan-leader t-body">
            <Text>谁主持</Text>
            <Press
              kind="plain"
              size="small"
              label={leader === '' ? '选一位' : leader}
              ariaLabel={`${partWords[part]}，谁主持，${leader === '' ? '选一位' : leader}`}
              onPress={() => setAsked(part)}
            />
          </View>
        </View>
      ))}
      {asked !== undefined && (
        <LeaderSheet
          title={`${partWords[asked]}，谁主持？`}
          value={parts.find(({ part }) => part === asked)?.leader ?? ''}
          onChoose={(leader) => {
            change(asked, { leader })
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
