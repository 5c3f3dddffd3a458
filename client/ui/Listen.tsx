import { useTextSize } from '../kernel/text-size'
import { type Sounds, useListening } from '../kernel/use-listening'
import { Press, type PressProps } from './Press'

interface ListenProps extends Sounds {
  readonly label?: string
  /** Left out: a chip beside 大字; with large words a line of its own. */
  readonly kind?: PressProps['kind']
}

/** 听一听: the recording where there is one, else the browser's voice, and nothing at all where there is neither (ux.md 1.6). */
export function Listen({ words, voice, label = '听一听', kind }: ListenProps) {
  const { isBig } = useTextSize()
  const { isPossible, state, toggle } = useListening({ words, voice })
  if (!isPossible) return null
  const isOn = state === 'loading' || state === 'speaking'
  const word = state === 'failed' ? '没放出来，再点一次' : label
  return (
    <Press
      kind={kind ?? (isBig ? 'link' : 'chip')}
      icon={isOn ? 'square' : 'volume-2'}
      label={isOn ? '停' : word}
      ariaLabel={isOn ? '停下，不听了' : word}
      onPress={toggle}
    />
  )
}
