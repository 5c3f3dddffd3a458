import { go } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { isSystemOn } from '../../kernel/session-memory'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { BottomBar } from '../../ui/BottomBar'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import { Skeleton } from '../../ui/Skeleton'
import { SwitchChip } from '../../ui/SwitchChip'
import { BranchList } from '../parts/BranchList'
import { CountyBranches } from '../parts/CountyBranches'

/** T1 各支部: which branches there are, who leads them, and whether a phone knows him yet. */
export default function BranchesPage() {
  const { state, who, person, role, refresh } = useSession()
  const roleSwitch = useRoleSwitch()
  const tabs = useTabs()
  const office = person?.roles.find((held) => held.role === role)
  const isCounty = role === 'countyAdmin'
  return (
    <Page
      top="owner"
      owner={office?.unitName ?? '先锋连心'}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      title="各支部"
      beside={isCounty && <Press kind="primary" size="small" icon="plus" label="建一个支部" onPress={() => go('found')} />}
      bar={<BottomBar tabs={tabs} active="branches" />}
    >
      {(isCounty || role === 'townOfficer') && (
        <Card kind="list">
          <Row icon="list" title="机构" isStrong note="建、改名、搬、撤，谁担任什么" onPress={() => go('units')} />
          {!isCounty && isSystemOn(who, 'themeday') && (
            <Row icon="calendar" title="主题党日" isStrong note="哪些支部办了，谁到了" onPress={() => go('town')} />
          )}
          {!isCounty && isSystemOn(who, 'dues') && (
            <Row icon="file-text" title="党费" isStrong note="交了几个，点收上缴，批困难减免" onPress={() => go('townDues')} />
          )}
          {isCounty && <Row icon="check" title="开通" isStrong note="哪些系统开着，依据哪份文件" onPress={() => go('switches')} />}
          {isCounty && isSystemOn(who, 'dues') && (
            <Row icon="file-text" title="党费零头" isStrong note="算到分、角还是元" onPress={() => go('rounding')} />
          )}
        </Card>
      )}
      {isCounty ? (
        <CountyBranches />
      ) : role === 'townOfficer' && office !== undefined ? (
        <BranchList committeeId={office.unitId} />
      ) : state === 'opening' ? (
        <Skeleton isSlow={false} />
      ) : state === 'unreachable' ? (
        <ErrorBox unreachable onAgain={() => void refresh()} />
      ) : (
        <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有县里和镇里能看' }} />
      )}
    </Page>
  )
}
