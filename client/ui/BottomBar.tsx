import { Text, View } from '@tarojs/components'
import { type PlainRoute, restart } from '../kernel/routes'
import { roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import { Tappable } from './Tappable'
import './bottom-bar.scss'

interface BottomBarProps {
  readonly tabs: readonly { readonly route: PlainRoute; readonly icon: IconName; readonly word: string }[]
  readonly active: PlainRoute
}

/** The tabs of a role. The platform's own bar cannot differ by role and does not grow with the words. */
export function BottomBar({ tabs, active }: BottomBarProps) {
  return (
    <View className="bar no-print" {...roleOf('navigation')} aria-label="下面的栏目">
      {tabs.map(({ route, icon, word }) => (
        <Tappable
          key={route}
          role="link"
          className={route === active ? 'bar-tab is-on' : 'bar-tab'}
          aria={route === active ? { 'aria-current': 'page' } : {}}
          onPress={() => restart(route)}
        >
          <Icon name={icon} isFixed />
          <Text>{word}</Text>
        </Tappable>
      ))}
    </View>
  )
}
