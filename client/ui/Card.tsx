import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from './aria'
import './card.scss'

interface CardProps {
  /** `list`: rows divided by hairlines, no padding above and below. */
  readonly kind?: 'plain' | 'list'
  readonly className?: string
  readonly children: ReactNode
}

/** A white sheet with a line around: what belongs together. */
export function Card({ kind = 'plain', className = '', children }: CardProps) {
  const list = kind === 'list' ? roleOf('list') : {}
  return (
    <View className={`card card-${kind} ${className}`} {...list}>
      {children}
    </View>
  )
}
