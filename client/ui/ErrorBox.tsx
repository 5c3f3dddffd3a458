import { View } from '@tarojs/components'
import type { Refusal } from '../kernel/api'
import { device } from '../kernel/device'
import { go, restart } from '../kernel/routes'
import { useSession } from '../kernel/session'
import { roleOf } from './aria'
import { Card } from './Card'
import { Icon, type IconName } from './Icon'
import { Press } from './Press'
import './error-box.scss'

export interface ErrorBoxProps {
  readonly refusal?: Refusal | undefined
  /** No answer came. */
  readonly unreachable?: boolean
  /** Asks or sends again. */
  readonly onAgain?: (() => void) | undefined
  /** Said instead of the way out that follows from the refusal. */
  readonly action?: { readonly label: string; readonly onPress: () => void }
  /** A command failed: its red button stays the one red; a page that did not open has none. */
  readonly isCommand?: boolean
  /** Whom to call; the branch's telephone where it is known. */
  readonly phone?: string | undefined
}

/** What went wrong in one sentence, one thing to do, and somebody to call. */
export function ErrorBox({ refusal, unreachable = false, onAgain, action, isCommand = false, phone }: ErrorBoxProps) {
  const { person } = useSession()
  const number = phone ?? person?.phone
  const { icon, title, note } = wordsOf(refusal, unreachable, isCommand)
  const way = action ?? wayOut(refusal, onAgain)
  return (
    <Card className="error">
      <View className="error-words" {...roleOf('alert')}>
        <View className={icon === 'circle-alert' ? 'error-icon t-red' : 'error-icon t-2'}>
          <Icon name={icon} />
        </View>
        <View className="error-lines">
          <View className="t-body t-strong">{title}</View>
          {note && <View className="t-body">{note}</View>}
        </View>
      </View>
      {(way || number) && (
        <View className="error-ways">
          {way && <Press kind="plain" label={way.label} onPress={way.onPress} />}
          {number && <Press kind="plain" icon="phone" label="打电话" onPress={() => device.call(number)} />}
        </View>
      )}
    </Card>
  )
}

function wordsOf(refusal: Refusal | undefined, unreachable: boolean, isCommand: boolean): { icon: IconName; title: string; note?: string } {
  if (unreachable || refusal === undefined) {
    return isCommand
      ? { icon: 'wifi-off', title: '没有信号，不知道存上没有', note: '有网时再点一次，不会重复' }
      : { icon: 'wifi-off', title: '没有信号，打不开', note: '有网时再试一次' }
  }
  if (refusal.code === 'NOT_ALLOWED' || refusal.code === 'SIGN_IN_FIRST') return { icon: 'lock', title: refusal.message }
  if (refusal.code === 'NOT_FOUND') return { icon: 'search-x', title: refusal.message }
  return { icon: 'circle-alert', title: refusal.message }
}

function wayOut(refusal: Refusal | undefined, onAgain: (() => void) | undefined) {
  if (refusal?.code === 'SIGN_IN_FIRST') return { label: '认一下我', onPress: () => go('claim') }
  if (refusal?.code === 'NOT_ALLOWED' || refusal?.code === 'NOT_FOUND') return { label: '回首页', onPress: () => restart('home') }
  return onAgain && { label: '再试一次', onPress: onAgain }
}
