import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayClock } from '#shared/kernel/day'
import { useOnline } from '../kernel/use-online'
import type { Query } from '../kernel/use-query'
import { roleOf } from './aria'
import { ErrorBox } from './ErrorBox'
import { Icon } from './Icon'
import { Press } from './Press'
import { Skeleton } from './Skeleton'
import './answered.scss'

interface AnsweredProps<Data, Code extends string> {
  readonly query: Query<Data, Code>
  readonly phone?: string | undefined
  /** Lines of the skeleton. */
  readonly lines?: number
  readonly children: (data: Data) => ReactNode
}

/** The states every page has, in one place: on its way, slow, refused, no signal, old; and else the answer itself. */
export function Answered<Data, Code extends string>({ query, phone, lines, children }: AnsweredProps<Data, Code>) {
  const isOnline = useOnline()
  if (query.state === 'loading') return <Skeleton isSlow={query.isSlow} {...(lines === undefined ? {} : { lines })} />
  if (query.state !== 'ready') {
    return <ErrorBox refusal={query.refusal} unreachable={query.state === 'unreachable'} onAgain={query.refresh} phone={phone} />
  }
  return (
    <>
      {query.old !== undefined && isOnline && (
        <View className="answered-old no-print" {...roleOf('status')}>
          <Icon name={query.old.why === 'noSignal' ? 'wifi-off' : 'clock'} />
          <Text className="answered-words">
            {query.old.why === 'noSignal' ? '信号不好' : '这会儿更新不了'}，先看 {sayClock(query.old.from)} 的
          </Text>
          <Press kind="plain" size="small" label="再试" onPress={query.refresh} />
        </View>
      )}
      {children(query.data)}
    </>
  )
}
