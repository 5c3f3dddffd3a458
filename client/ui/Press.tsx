import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import { Tappable } from './Tappable'
import './press.scss'

export interface PressProps {
  /** One primary a page. `danger` is outlined, not red: red means "do it". `row` takes the whole width of a list. */
  readonly kind: 'primary' | 'plain' | 'danger' | 'link' | 'row' | 'chip'
  readonly onPress: () => void
  readonly label?: string
  readonly icon?: IconName
  /** While the command runs: keeps its size, says `busyLabel`, takes no taps. */
  readonly isBusy?: boolean
  readonly busyLabel?: string
  /** Greyed, but its words stay readable: they say why or when. */
  readonly disabled?: boolean
  /** `large` where a page has only this purpose; `small` (48 high) inside a row. */
  readonly size?: 'large' | 'small'
  /** A chip that is on. */
  readonly isOn?: boolean
  readonly ariaLabel?: string
  readonly id?: string
  readonly children?: ReactNode
}

/** Everything that can be pressed. */
export function Press(props: PressProps) {
  const { kind, onPress, label, icon, isBusy = false, busyLabel, disabled = false, size, isOn, ariaLabel, id, children } = props
  const word = isBusy ? (busyLabel ?? label) : label
  const classes = ['press', `press-${kind}`, size && `press-${size}`, isOn && 'is-on', isBusy && 'is-busy'].filter(Boolean).join(' ')
  const aria = { ...(isBusy ? { 'aria-busy': 'true' } : {}), ...(isOn === undefined ? {} : { 'aria-pressed': String(isOn) }) }
  return (
    <Tappable className={classes} onPress={onPress} isDisabled={disabled || isBusy} ariaLabel={ariaLabel} id={id} aria={aria}>
      {kind === 'chip' ? (
        // The eye sees 36, the finger has 44.
        <View className="press-chip-face">
          {icon && <Icon name={icon} size={20} isFixed />}
          {word && <Text>{word}</Text>}
          {children}
        </View>
      ) : (
        <>
          {icon && <Icon name={icon} size={size === 'small' ? 20 : 24} />}
          {word && <Text className="press-word">{word}</Text>}
          {children}
        </>
      )}
    </Tappable>
  )
}
