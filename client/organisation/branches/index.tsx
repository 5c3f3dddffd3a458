import { go } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { BottomBar } from '../../ui/BottomBar'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Skeleton } from '../../ui/Skeleton'
import { SwitchChip } from '../../ui/SwitchChip'
import { BranchList } from '../parts/BranchList'
import { CountyBranches } from '../parts/CountyBranches'

/** T1 各支部: which branches there are, who leads them, and whether a phone knows him yet. */
export default function BranchesPage() {
  const { state, person, role, refresh } = useSession()
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
      {isCounty ? (
        <CountyBranches />
      ) : role === 'townOfficer' && office !== undefined ? (
        <BranchList committeeId={office.unitId} canIssue={false} />
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
