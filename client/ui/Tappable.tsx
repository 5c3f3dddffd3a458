import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { roleOf } from './aria'
import type { AriaRole } from './aria-role'
import './tappable.scss'

interface TappableProps {
  readonly className: string
  readonly onPress: () => void
  readonly role?: AriaRole
  readonly id?: string | undefined
  readonly isDisabled?: boolean
  readonly ariaLabel?: string | undefined
  /** Further aria attributes: aria-selected, aria-checked, aria-expanded. */
  readonly aria?: Readonly<Record<`aria-${string}`, string>>
  readonly children: ReactNode
}

/** The one thing that can be tapped, reached by Tab and pressed by Enter or Space. Everything tappable is made of it. */
export function Tappable({ className, onPress, role = 'button', id, isDisabled = false, ariaLabel, aria, children }: TappableProps) {
  const press = () => {
    if (!isDisabled) onPress()
  }
  const named = {
    ...roleOf(role),
    ...aria,
    ...(id === undefined ? {} : { id }),
    ...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel }),
    'aria-disabled': String(isDisabled),
  }
  return (
    <View
      {...named}
      className={`tappable ${className}${isDisabled ? ' is-disabled' : ''}`}
      hoverClass={isDisabled ? 'none' : 'is-pressed'}
      hoverStayTime={80}
      tabIndex={0}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        // Space would scroll the page as well.
        event.preventDefault()
        press()
      }}
    >
      {children}
    </View>
  )
}
