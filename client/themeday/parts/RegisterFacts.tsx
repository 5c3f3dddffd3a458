import { View } from '@tarojs/components'
import { sayClock, sayDate } from '#shared/kernel/day'
import type { RollRow, ThemeDay } from './roll'

interface RegisterFactsProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
}

/** The head of the register. The numbers are counted from the very names below, so that they always add up. */
export function RegisterFacts({ themeDay, rows }: RegisterFactsProps) {
  const present = rows.filter((row) => row.attendance !== undefined).length
  const { startsAt, endsAt, place, topic } = themeDay
  return (
    <View className="register-facts">
      <Fact label="时间" value={`${sayDate(startsAt)} ${sayClock(startsAt)} 到 ${sayClock(endsAt)}`} />
      <Fact label="人数" value={`应到 ${rows.length}，到会 ${present}`} />
      <Fact label="地点" value={place} />
      <Fact label="主题" value={topic} />
    </View>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <View className="register-fact">
      <View className="register-label">{label}</View>
      <View className="register-value">{value}</View>
    </View>
  )
}
