import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import type { Outcome } from './use-helping'

/** How it came out, name by name where it did not come out well. */
export function HelpOutcome({ outcome: { done, refused, unheard } }: { readonly outcome: Outcome }) {
  return (
    <View {...roleOf('status')}>
      <Card kind="list">
        {done.length > 0 && <Row icon="circle-check" tone="ok" isStrong title={`${done.join('、')}，签上了`} />}
        {refused.map(({ name, message }) => (
          <Row key={name} icon="info" isStrong title={`${name}，没签上`} note={message} />
        ))}
        {unheard.length > 0 && (
          <Row icon="wifi-off" tone="pending" isStrong title={`没有信号，${unheard.join('、')}还没签`} note="有网时再点一次，不会重复" />
        )}
      </Card>
    </View>
  )
}
