import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spacedName } from '#shared/members/ids'
import { marksOf } from '#shared/themeday/marks'
import type { OutboxItem } from '../../../kernel/outbox-item'
import { roleOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import { StatusTag } from '../../../ui/StatusTag'
import { Tappable } from '../../../ui/Tappable'
import { type PresentRow, type RollRow, sayHow, type ThemeDay } from '../../parts/roll'

interface MissingLineProps {
  readonly row: RollRow
  /** a tick that has not arrived */
  readonly item: OutboxItem | undefined
  readonly onPress: (() => void) | undefined
}

/** Somebody who is not there yet. The whole line is the target; the verb at its end only says so. */
export function MissingLine({ row, item, onPress }: MissingLineProps) {
  const isTagged = item !== undefined || row.leave !== undefined || row.isExcused === true
  return (
    <Line room={item?.state === 'refused' ? 'wide' : isTagged ? 'big' : 'none'} onPress={onPress}>
      <Name row={row} />
      <Standing row={row} item={item} isToCall={onPress !== undefined} />
    </Line>
  )
}

function Standing({ row, item, isToCall }: { readonly row: RollRow; readonly item: OutboxItem | undefined; readonly isToCall: boolean }) {
  if (item?.state === 'refused') {
    return (
      <View className="roll-why t-note t-2">
        <Icon name="circle-alert" size={20} />
        <View>没记上：{item.message}</View>
      </View>
    )
  }
  if (item !== undefined) return <StatusTag tone="pending" icon="clock" word="待上传" />
  if (row.leave !== undefined) return <StatusTag tone="plain" icon="calendar" word="请假了" />
  if (row.isExcused) return <StatusTag tone="info" icon="house" word="不用来" />
  return isToCall ? <Text className="roll-verb">点名</Text> : null
}

interface PresentLineProps {
  readonly row: PresentRow
  readonly venues: ThemeDay['venues']
  readonly onPress: (() => void) | undefined
}

/** Somebody who came, and how that is known. */
export function PresentLine({ row, venues, onPress }: PresentLineProps) {
  const marks = marksOf(row.attendance, venues)
  return (
    <Line room="big" onPress={onPress}>
      <Name row={row} />
      <View className="roll-how t-note t-ok">
        <Icon name="check" size={20} />
        <View>
          <View>{sayHow(row.attendance)}</View>
          {marks.length > 0 && <View className="t-2">{marks.join('，')}</View>}
        </View>
      </View>
    </Line>
  )
}

interface LineProps {
  /** What stands at its end goes under the name: never, with large words, always. */
  readonly room: 'none' | 'big' | 'wide'
  readonly onPress: (() => void) | undefined
  readonly children: ReactNode
}

function Line({ room, onPress, children }: LineProps) {
  const classes = `roll-line needs-${room}`
  return (
    <View className="roll-item" {...roleOf('listitem')}>
      {onPress === undefined ? (
        <View className={classes}>{children}</View>
      ) : (
        <Tappable className={classes} onPress={onPress}>
          {children}
        </Tappable>
      )}
    </View>
  )
}

function Name({ row }: { readonly row: RollRow }) {
  return (
    <View className="roll-name">
      <Text className="t-title">{spacedName(row.name)}</Text>
      {row.groupName !== undefined && <Text className="t-note t-2">{row.groupName}</Text>}
    </View>
  )
}
