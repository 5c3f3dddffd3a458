import { useState } from 'react'
import { device } from '../../kernel/device'
import { useSession } from '../../kernel/session'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { useTextSize } from '../../kernel/text-size'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { BottomBar } from '../../ui/BottomBar'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { SwitchChip } from '../../ui/SwitchChip'
import { ClaimCodeSheet } from '../parts/ClaimCodeSheet'
import { PeopleList } from '../parts/PeopleList'
import { PrintChoice } from '../parts/PrintChoice'
import { type MemberRow, readRoster } from '../parts/roster'

/** S17 党员: who has claimed a phone, and a code for who has not. */
export default function PeoplePage() {
  const { person } = useSession()
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
      <Answered query={roster} lines={8}>
        {(rows) => (
          <>
            {device.canPrint && (
              <Press kind="plain" icon="printer" label={isBig ? '打印认领码' : '打印一组的认领码'} onPress={() => setPrinting(true)} />
            )}
            <PeopleList rows={rows} onChoose={setChosen} />
            {isPrinting && <PrintChoice rows={rows} onClose={() => setPrinting(false)} />}
          </>
        )}
      </Answered>
      {chosen !== undefined && <ClaimCodeSheet personId={chosen.personId} name={chosen.name} onClose={close} />}
    </Page>
  )
}
