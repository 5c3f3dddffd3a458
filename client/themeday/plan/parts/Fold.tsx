import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../ui/Card'
import { Icon } from '../../../ui/Icon'
import { Tappable } from '../../../ui/Tappable'
import './fold.scss'

interface FoldProps {
  readonly title: string
  /** What lies inside, in a few words. */
  readonly note: string
  /** Something inside has to be seen. */
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** What most people leave as it is: one line, until it is opened. */
export function Fold({ title, note, isOpen = false, children }: FoldProps) {
  const [isUnfolded, setUnfolded] = useState(false)
  const isShown = isUnfolded || isOpen
  return (
    <Card className="fold">
      <Tappable className="fold-head" aria={{ 'aria-expanded': String(isShown) }} onPress={() => setUnfolded(!isUnfolded)}>
        <View className="fold-words">
          <View className="t-body t-strong">{title}</View>
          {!isShown && <View className="t-note t-2">{note}</View>}
        </View>
        <View className={isShown ? 'fold-mark is-open t-2' : 'fold-mark t-2'}>
          <Icon name="chevron-down" isFixed />
        </View>
      </Tappable>
      {isShown && <View className="fold-inside">{children}</View>}
    </Card>
  )
}
