import { View } from '@tarojs/components'
import type { Fact } from './register-facts'

/** The head of the register, by the one rule everything is counted by. */
export function RegisterFacts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <View className="register-facts">
      {facts.map(({ label, value, isHalf }) => (
        <View key={label} className={isHalf ? 'register-fact is-half' : 'register-fact'}>
          <View className="register-label">{label}</View>
          <View className="register-value">{value}</View>
        </View>
      ))}
    </View>
  )
}
