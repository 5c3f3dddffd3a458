import { View } from '@tarojs/components'
import { spacedName } from '#shared/members/ids'
import { participationWords } from '#shared/members/words'
import { go } from '../../kernel/routes'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import type { GroupOfRows, MemberRow } from './roster'
import './roster-list.scss'

/** One card a group. What is as usual stays unsaid: only who is on probation or takes part otherwise has a word at the right. */
export function RosterList({ groups }: { readonly groups: readonly GroupOfRows[] }) {
  return groups.map(({ name, rows }) => (
    <View key={name} className="roster-group">
      <View className="t-title" {...headingOf(2)}>
        {name} {rows.length} 人
      </View>
      <Card kind="list">
        {rows.map((row) => (
          <Row
            key={row.memberId}
            title={spacedName(row.name)}
            isStrong
            {...answerOf(row)}
            onPress={() => go('member', { memberId: row.memberId })}
          />
        ))}
      </Card>
    </View>
  ))
}

function answerOf({ membership, participation }: MemberRow): { readonly answer?: string } {
  const words = [membership === 'probationary' ? '预备' : '', participation === 'inPerson' ? '' : participationWords[participation]]
  const said = words.filter(Boolean).join(' · ')
  return said === '' ? {} : { answer: said }
}
