import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { headingOf, roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import './result.scss'

interface ResultProps {
  readonly kind: 'done' | 'refused' | 'waiting'
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly children?: ReactNode
}

const marks: Readonly<Record<ResultProps['kind'], IconName>> = { done: 'check', refused: 'info', waiting: 'clock' }

/** How it came out, told by a mark, a word and a time. */
export function Result({ kind, title, note, children }: ResultProps) {
  return (
    <View className={`result result-${kind}`}>
      <View className="result-mark">
        <Icon name={marks[kind]} size={48} isFixed />
      </View>
      <View className="result-words" {...roleOf('status')}>
        <View className="result-title" {...headingOf(1)}>
          {title}
        </View>
        {note && <View className="result-note">{note}</View>}
      </View>
      {children && <View className="result-more">{children}</View>}
    </View>
  )
}
