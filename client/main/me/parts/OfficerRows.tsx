import type { Role } from '#shared/kernel/organisation'
import type { System } from '#shared/systems/ids'
import { go, type PlainRoute } from '../../../kernel/routes'
import { useSession } from '../../../kernel/session'
import { isSystemOn } from '../../../kernel/session-memory'
import { Card } from '../../../ui/Card'
import type { IconName } from '../../../ui/Icon'
import { Row } from '../../../ui/Row'

interface Way {
  readonly route: PlainRoute
  readonly icon: IconName
  readonly word: string
  readonly roles: readonly Role[]
  /** gone where the county has turned it off */
  readonly system?: System
}

/** What an officer does about people now and then; what they do every month is a tab. */
const ways: readonly Way[] = [
  { route: 'people', icon: 'key-round', word: '发认领码', roles: ['secretary'] },
  { route: 'roster', icon: 'file-text', word: '党员名册', roles: ['groupLeader', 'organisationOfficer', 'secretary'] },
  { route: 'groups', icon: 'users', word: '党小组', roles: ['secretary'] },
  { route: 'duesBook', icon: 'file-text', word: '党费簿', roles: ['disciplineOfficer'], system: 'dues' },
  { route: 'officers', icon: 'user-check', word: '人员与权限', roles: ['secretary', 'townOfficer', 'countyAdmin'] },
]

export function OfficerRows() {
  const { role, who } = useSession()
  const mine = ways.filter(
    ({ roles, system }) => role !== undefined && roles.includes(role) && (system === undefined || isSystemOn(who, system)),
  )
  if (mine.length === 0 && !who?.isDemonstration) return null
  return (
    <Card kind="list">
      {mine.map(({ route, icon, word }) => (
        <Row key={route} icon={icon} title={word} isStrong onPress={() => go(route)} />
      ))}
      {who?.isDemonstration && <Row icon="users" title="换个人试试" isStrong onPress={() => go('claim')} />}
    </Card>
  )
}
