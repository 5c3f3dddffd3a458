import { View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { headingOf, roleOf } from './aria'
import { useFocusInside } from './focus'
import { Press } from './Press'
import './sheet.scss'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  /** The word on the way out: 关闭, or what staying away means (还没到). */
  readonly closeLabel?: string
  readonly children: ReactNode
}

/** Rises from below for one short question; with large words it is a page of its own. */
export function Sheet({ title, onClose, closeLabel = '关闭', children }: SheetProps) {
  const id = useId()
  useFocusInside(id, onClose)
  return (
    <View className="sheet no-print">
      <View className="sheet-body" id={id} tabIndex={-1} {...roleOf('dialog')} aria-modal="true" aria-label={title}>
        <View className="t-headline" {...headingOf(2)}>
          {title}
        </View>
        {children}
        <Press kind="plain" label={closeLabel} onPress={onClose} />
      </View>
    </View>
  )
}
