import { useState } from 'react'
import { device } from '../../kernel/device'
import { go } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useTextSize } from '../../kernel/text-size'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import { SwitchChip } from '../../ui/SwitchChip'
import { ClaimCodeSheet } from '../parts/ClaimCodeSheet'
import { PeopleList } from '../parts/PeopleList'
import { PhoneSheet } from '../parts/PhoneSheet'
import { PrintChoice } from '../parts/PrintChoice'
import { type MemberRow, readRoster } from '../parts/roster'
import { WrongPersons } from '../parts/WrongPersons'

/** S17 党员: who has claimed a phone, and a code for who has not. */
export default function PeoplePage() {
  const { person, role } = useSession()
  const roleSwitch = useRoleSwitch()
  const tabs = useTabs()
  const { isBig } = useTextSize()
  const roster = useQuery('members.list', readRoster)
  const [chosen, setChosen] = useState<MemberRow>()
  const [isPrinting, setPrinting] = useState(false)
  const close = () => {
    setChosen(undefined)
    roster.refresh()
  }
  const Chosen = chosen?.hasClaimed ? PhoneSheet : ClaimCodeSheet
  return (
    <Page
      top="owner"
      owner={person?.branchName ?? '先锋连心'}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      title={roster.data ? `党员 ${roster.data.length} 人` : '党员'}
      note="发一个认领码，他的手机就认得他"
      isNoteExtra
      bar={<BottomBar tabs={tabs} active="people" />}
    >
      <WrongPersons />
      <Answered query={roster} lines={8}>
        {(rows) => (
          <>
            {device.canPrint && (
              <Press kind="plain" icon="printer" label={isBig ? '打印认领码' : '打印一组的认领码'} onPress={() => setPrinting(true)} />
            )}
            <PeopleList rows={rows} onChoose={setChosen} />
            <Card kind="list">
              <Row icon="file-text" title="党员名册" isStrong onPress={() => go('roster')} />
              {role === 'secretary' && <Row icon="user-check" title="人员与权限" isStrong onPress={() => go('officers')} />}
            </Card>
            {isPrinting && <PrintChoice rows={rows} onClose={() => setPrinting(false)} />}
          </>
        )}
      </Answered>
      {chosen !== undefined && <Chosen personId={chosen.personId} name={chosen.name} onClose={close} />}
    </Page>
  )
}
