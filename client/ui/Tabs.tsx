import { Text, View } from '@tarojs/components'
import { roleOf } from './aria'
import { Icon, type IconName } from './Icon'
import { Tappable } from './Tappable'
import './tabs.scss'

interface TabsProps<Value extends string> {
  readonly label: string
  readonly tabs: readonly { readonly value: Value; readonly word: string; readonly icon?: IconName }[]
  readonly active: Value
  readonly onChange: (value: Value) => void
}

/** Two or three sides of one list; the active one is red, bold and underlined. */
export function Tabs<Value extends string>({ label, tabs, active, onChange }: TabsProps<Value>) {
  return (
    <View className="tabs" {...roleOf('tablist')} aria-label={label}>
      {tabs.map(({ value, word, icon }) => (
        <Tappable
          key={value}
          role="tab"
          aria={{ 'aria-selected': String(value === active) }}
          className={value === active ? 'tabs-tab is-on' : 'tabs-tab'}
          onPress={() => onChange(value)}
        >
          {icon && <Icon name={icon} size={20} />}
          <Text>{word}</Text>
        </Tappable>
      ))}
    </View>
  )
}
