import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import type { OpenItems } from './held'
import { openLines } from './open-words'
import './roles.scss'

/** Before it is done: what ends, and what goes on in other hands. */
export function OpenList({ openItems, from }: { readonly openItems: OpenItems; readonly from: string }) {
  const lines = openLines(openItems)
  return (
    <View className="roles-form">
      <Card kind="list">
        {from !== '' && <Row icon="user" title={`${from}不再管支部的事`} note="他还是党员，签到、记录都不变" />}
        <Row icon="key-round" title="没用过的干部认领码作废" note="要用的，接任的书记再发" />
      </Card>
      <View className="t-title">没办完的，一起交过去</View>
      <Card kind="list">
        {lines.length === 0 ? <Row icon="check" title="没有没办完的" /> : lines.map((line) => <Row key={line} icon="clock" title={line} />)}
      </Card>
    </View>
  )
}
