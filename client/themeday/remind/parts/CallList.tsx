import { Text, View } from '@tarojs/components'
import { sayDay, sayHours } from '#shared/kernel/day'
import { spacedName } from '#shared/members/ids'
import { themeDayTitle } from '#shared/themeday/ids'
import { useSession } from '../../../kernel/session'
import { roleOf } from '../../../ui/aria'
import type { RollRow, ThemeDay } from '../../parts/roll'
import { type CallLine, callPages } from './call-pages'
import './call-list.scss'

interface CallListProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
}

const heads = ['序', '姓名', '电话', '通知到了', '来', '请假'] as const

/** 电话通知单, for paper alone: names by group, and empty columns for the pen. Numbers are not printed; whoever calls knows them. */
export function CallList({ themeDay, rows }: CallListProps) {
  const branchName = useSession().person?.branchName ?? ''
  const pages = callPages(rows)
  return (
    <View className="calls">
      {pages.map((lines, index) => (
        <View key={lines[1]?.name ?? ''} className="calls-page">
          <View className="calls-title">
            {branchName} {themeDayTitle(themeDay.month)}电话通知单
          </View>
          <View className="calls-what">
            {sayDay(themeDay.startsAt)} {sayHours(themeDay)}，{themeDay.place}。{themeDay.topic}
          </View>
          <View {...roleOf('table')} aria-label="电话通知单">
            <Line cells={heads} isHead />
            {lines.map((line) => (
              <CallRow key={`${line.kind} ${line.name} ${line.kind === 'name' ? line.place : ''}`} line={line} />
            ))}
          </View>
          <View className="calls-foot">
            <Text>通知人：</Text>
            <Text>
              第 {index + 1} 页，共 {pages.length} 页
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}

function CallRow({ line }: { readonly line: CallLine }) {
  if (line.kind === 'group') return <View className="calls-group">{line.name}</View>
  return <Line cells={[String(line.place), spacedName(line.name), '', '', '', '']} />
}

function Line({ cells, isHead = false }: { readonly cells: readonly string[]; readonly isHead?: boolean }) {
  return (
    <View className={isHead ? 'calls-row is-head' : 'calls-row'} {...roleOf('row')}>
      {heads.map((head, column) => (
        <View key={head} className="calls-cell" {...roleOf(isHead ? 'columnheader' : 'cell')}>
          {cells[column]}
        </View>
      ))}
    </View>
  )
}
