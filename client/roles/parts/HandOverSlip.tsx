import { Text, View } from '@tarojs/components'
import { sayDate } from '#shared/kernel/day'
import type { Answer } from '../../kernel/api'
import { headingOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { openLines } from './open-words'
import { SuccessorsCode } from './SuccessorsCode'
import './hand-over-slip.scss'

/** 交接单: on a phone a card that says it is done, on paper one sheet for three hands. */
export function HandOverSlip({ done }: { readonly done: Answer<'roles', 'handOver'> }) {
  const { unitName, at, from, to, closedCodes, openItems } = done
  const lines = openLines(openItems)
  return (
    <>
      <View className="handing-done no-print t-body t-strong">
        <Icon name="circle-check" />
        <Text>交接好了，{to.name}现在是书记</Text>
      </View>
      {!to.hasClaimed && <SuccessorsCode personId={to.personId} name={to.name} />}
      <View className="handing-sheet">
        <View className="handing-title" {...headingOf(1)}>
          党支部书记交接单
        </View>
        <Fact label="单位" value={unitName} />
        <Fact label="移交" value={from.length === 0 ? '（空缺）' : from.join('、')} />
        <Fact label="接任" value={to.name} />
        <Fact label="日期" value={sayDate(at)} />
        <Fact label="认领码" value={closedCodes === 0 ? '没有要作废的' : `作废 ${closedCodes} 个没用过的`} />
        <View className="handing-heading" {...headingOf(2)}>
          没办完的事
        </View>
        {lines.length === 0 ? (
          <View className="handing-line">没有</View>
        ) : (
          lines.map((line, place) => (
            <View key={line} className="handing-line">
              {place + 1}. {line}
            </View>
          ))
        )}
        <View className="handing-signatures">
          {['移交人：', '接任人：', '监交人：'].map((hand) => (
            <Text key={hand} className="handing-signature">
              {hand}
            </Text>
          ))}
        </View>
      </View>
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <View className="handing-fact">
      <Text className="handing-label">{label}</Text>
      <Text className="handing-value">{value}</Text>
    </View>
  )
}
