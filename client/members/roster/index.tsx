import { useState } from 'react'
import { soughtIn } from '#shared/members/search'
import { device } from '../../kernel/device'
import { go } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { CardChoice } from '../parts/CardChoice'
import { Found } from '../parts/Found'
import { RosterList } from '../parts/RosterList'
import { groupsOf, readRoster } from '../parts/roster'
import { useIsOfficer } from '../parts/use-is-officer'

/** S11 党员名单: found by two letters, by group, or by a number. */
export default function RosterPage() {
  const isOfficer = useIsOfficer()
  const roster = useQuery('members.list', readRoster)
  const [typed, setTyped] = useState('')
  const [isPrinting, setPrinting] = useState(false)
  const isSeeking = typed.trim() !== ''
  return (
    <Page
      title={roster.data ? `党员 ${roster.data.length} 人` : '党员名单'}
      footOn="white"
      foot={isOfficer && roster.data && <Press kind="primary" icon="user-plus" label="加一位党员" onPress={() => go('addMember')} />}
    >
      <Answered query={roster} lines={8}>
        {(rows) => (
          <>
            <Field label="找人" placeholder="名字或首字母，如 zjg" value={typed} onChange={setTyped} maxLength={40} />
            {isSeeking ? <Found rows={rows} sought={soughtIn(typed)} /> : <RosterList groups={groupsOf(rows)} />}
            {isOfficer && device.canPrint && !isSeeking && (
              <Press kind="plain" icon="printer" label="打印党员卡" onPress={() => setPrinting(true)} />
            )}
            {isPrinting && <CardChoice rows={rows} onClose={() => setPrinting(false)} />}
          </>
        )}
      </Answered>
    </Page>
  )
}
