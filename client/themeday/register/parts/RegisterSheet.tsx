import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { headingOf } from '../../../ui/aria'
import { Signatures } from '../../../ui/Signatures'

interface RegisterSheetProps {
  readonly branch: string
  readonly month: string
  /** 签到表 while it is signed, 登记表 once it is confirmed */
  readonly kind: string
  /** 1 for the first sheet */
  readonly number: number
  readonly total: number
  /** what it was made of, at its foot */
  readonly source: string
  readonly children: ReactNode
}

/** One sheet of A4: whose it is above, where it comes from below, the title on the first, the signatures on the last. */
export function RegisterSheet({ branch, month, kind, number, total, source, children }: RegisterSheetProps) {
  return (
    <View className="register-page">
      {number === 1 && (
        <View className="register-title" {...headingOf(1)}>
          {/* Broken between its words where it does not fit. */}
          <Text className="register-word">主题党日</Text>
          <Text className="register-word">{kind}</Text>
        </View>
      )}
      <View className="register-whose">
        <Text>{branch}</Text>
        <Text>编号 {month}</Text>
      </View>
      {children}
      {number === total && <Signatures hands={['制表人', '审核人']} />}
      <View className="register-foot">
        <Text>{source}</Text>
        <Text className="register-number">
          第 {number} 页，共 {total} 页
        </Text>
      </View>
    </View>
  )
}
