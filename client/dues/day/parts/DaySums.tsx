import { Text, View } from '@tarojs/components'
import { payWays } from '#shared/dues/ids'
import { payWayWords } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import type { Day } from '../../parts/collecting'
import { lookOf, sayNumbers, sayShortDayClock } from '../../parts/day-words'
import './day-sums.scss'

/** What has to lie on the table: the sum, by the way it came, and the numbers of the receipts it is made of. */
export function DaySums({ day }: { readonly day: Day }) {
  const { count, sumFen, byWay, largeFen, collectors, waiting, counted, checked } = day
  return (
    <View className="day-sums no-print">
      <Card>
        <View className="day-sums-head">
          <View className="day-sums-sum">
            <Text className="t-hero">{sayYuan(fen(sumFen))}</Text>
            <Text className="t-body t-2">元，{count} 笔</Text>
          </View>
          <StatusTag {...lookOf(day)} />
        </View>
        {waiting.map(({ name, count: held }) => (
          <View key={`${name} ${held}`} className="t-body t-pending">
            {name}的手机里还有 {held} 笔没传上来，传完才能关账
          </View>
        ))}
      </Card>
      <Card kind="list">
        {payWays
          .filter((way) => byWay[way] !== 0)
          .map((way) => (
            <Row key={way} title={payWayWords[way]} answer={`${sayYuan(fen(byWay[way]))} 元`} />
          ))}
        {largeFen !== 0 && <Row title="其中大额，全部上缴中央" answer={`${sayYuan(fen(largeFen))} 元`} />}
        <Row title="收据" answer={sayNumbers(day) ?? '没有'} />
        <Row title="收的人" answer={collectors.join('、')} />
        {counted !== undefined && <Row title="点数" note={sayShortDayClock(counted.at)} answer={counted.by} />}
        {checked !== undefined && (
          <Row title="核对" note={`${sayShortDayClock(checked.at)}${checked.isByCard ? '，凭党员卡和签名' : ''}`} answer={checked.by} />
        )}
      </Card>
    </View>
  )
}
