import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../ui/Card'
import './name-card.scss'

interface NameCardProps {
  readonly name: string
  readonly place: string
  /** 您是 */
  readonly above?: string
  /** The place only adds: with large words it falls away. */
  readonly isPlaceExtra?: boolean
  /** Inside the card, below a line: 不是我 */
  readonly children?: ReactNode
}

/** The only doubt is "am I me?": the name is the largest thing on the page. */
export function NameCard({ name, place, above, isPlaceExtra = false, children }: NameCardProps) {
  return (
    <Card className="name-card">
      {above && <View className="t-body t-2">{above}</View>}
      <View className="name-card-name t-hero">{name}</View>
      <View className={isPlaceExtra ? 'name-card-place is-extra t-body t-2' : 'name-card-place t-body t-2'}>{place}</View>
      {children && <View className="name-card-more">{children}</View>}
    </Card>
  )
}
