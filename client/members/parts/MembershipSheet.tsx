import { useState } from 'react'
import { memberships } from '#shared/members/kinds'
import { membershipWords } from '#shared/members/words'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'
import { useEdit } from './use-edit'

const orNothing = (day: string) => (day === '' ? null : day)

/** Full or on probation, since when. A day that is not known stays empty. */
export function MembershipSheet(props: MatterProps) {
  const { member, onClose, onChanged } = props
  const { command, save } = useEdit(props)
  const [membership, setMembership] = useState(member.membership)
  const [joinedOn, setJoinedOn] = useState(member.joinedOn ?? '')
  const [confirmedOn, setConfirmedOn] = useState(member.confirmedOn ?? '')
  const options = memberships.map((value) => ({ value, title: membershipWords[value] }))
  const days = { joinedOn: orNothing(joinedOn), confirmedOn: membership === 'full' ? orNothing(confirmedOn) : null }
  return (
    <EditSheet
      title={`${member.name}的党籍`}
      command={command}
      onSave={() => void save({ membership, ...days })}
      onClose={onClose}
      onLookAgain={onChanged}
    >
      <Choice label="党籍" isLabelHidden options={options} value={membership} onChange={setMembership} />
      <Field label="哪天入党" kind="date" value={joinedOn} onChange={setJoinedOn} />
      {membership === 'full' && <Field label="哪天转正" kind="date" value={confirmedOn} onChange={setConfirmedOn} />}
    </EditSheet>
  )
}
