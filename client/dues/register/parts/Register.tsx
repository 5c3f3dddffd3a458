import { Text, View } from '@tarojs/components'
import { type RegisterRow, registerSums } from '#shared/dues/register'
import { sayReceipt } from '#shared/dues/words'
import { useSession } from '../../../kernel/session'
import { headingOf } from '../../../ui/aria'
import { Empty } from '../../../ui/Empty'
import { Signatures } from '../../../ui/Signatures'
import { RegisterTable } from './RegisterTable'
import { lastNumberOf, registerSheets } from './register-sheets'
import './register.scss'
import './register-paper.scss'

export type { RegisterRow }

interface RegisterProps {
  readonly year: string
  readonly rows: readonly RegisterRow[]
}

/** The whole year, sheet by sheet: whose it is above, where it comes from below, the sums and the signatures on the last. */
export function Register({ year, rows }: RegisterProps) {
  const { person } = useSession()
  if (rows.length === 0) return <Empty icon="file-text" words={`${year}年还没有登记册`} note="支部开始记党费以后，这里就有" />
  const sheets = registerSheets(rows)
  const sums = registerSums(rows, year)
  const last = lastNumberOf(rows, year)
  return (
    <View className="dues-register">
      {sheets.map(({ number, lines }) => (
        <View key={number} className="dues-register-sheet">
          {number === 1 && (
            <View className="dues-register-title" {...headingOf(1)}>
              <Text className="dues-register-word">{year}年</Text>
              <Text className="dues-register-word">党费收缴登记册</Text>
            </View>
          )}
          <View className="dues-register-whose">
            <Text>{person?.branchName ?? ''}</Text>
            <Text>金额：元，下面是收据号</Text>
          </View>
          <RegisterTable year={year} lines={lines} {...(number === sheets.length ? { sums } : {})} />
          {number === sheets.length && <Signatures isTight hands={['制表人', '核对人', '支部书记']} />}
          <View className="dues-register-foot">
            <Text>照收据生成{last === undefined ? '' : `，册上最后一张 ${sayReceipt(year, last)}`}。自愿多交的在收支表里</Text>
            <Text className="dues-register-number">
              第 {number} 页，共 {sheets.length} 页
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}
