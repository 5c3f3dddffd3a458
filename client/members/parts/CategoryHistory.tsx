import { View } from '@tarojs/components'
import { sayDate } from '#shared/kernel/day'
import { categoryWords } from '#shared/members/words'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import type { MemberRecord } from './member'

type History = NonNullable<MemberRecord['record']>['history']

/** Who decided what about the category, the newest first. */
export function CategoryHistory({ history }: { readonly history: History }) {
  if (history.length === 0) return null
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        类别怎么定的
      </View>
      <Card kind="list">
        {history.map(({ at, by, category }) => (
          <Row key={at} title={category === undefined ? '去掉了' : categoryWords[category.kind]} note={`${sayDate(at)}，${by}`} />
        ))}
      </Card>
    </>
  )
}
