import { View } from '@tarojs/components'
import { drawings } from './icons/drawings'
import { maskOf } from './mask'
import './icon.scss'

export type IconName = keyof typeof drawings

interface IconProps {
  readonly name: IconName
  /** PX at k = 1; grows with the words beside it. 24 in rows and buttons, 18–22 in tags and chips. */
  readonly size?: number
  /** Stays as it is when words grow: in the rows of tools and tabs, so that the page keeps its room. */
  readonly isFixed?: boolean
}

const masks = new Map<IconName, ReturnType<typeof maskOf>>()

/** A line drawing in the colour of the words it stands beside; always together with a word, so it says nothing itself. */
export function Icon({ name, size = 24, isFixed = false }: IconProps) {
  const edge = isFixed ? `${size}px` : `calc(${size}px * var(--k))`
  const mask = masks.get(name) ?? maskOf({ lines: drawings[name], width: 24, height: 24 })
  masks.set(name, mask)
  return <View className="icon" style={{ width: edge, height: edge, ...mask }} />
}
