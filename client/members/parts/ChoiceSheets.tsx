/** Matters that are one choice: the group, and how somebody takes part. */
import { useState } from 'react'
import { participations } from '#shared/members/kinds'
import { participationWords } from '#shared/members/words'
import { Choice } from '../../ui/Choice'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'
import { useEdit } from './use-edit'

const noGroup = 'none'

export function GroupSheet(props: MatterProps) {
  const { member, onClose, onChanged } = props
  const { command, save } = useEdit(props)
  const [chosen, setChosen] = useState(member.groupId ?? noGroup)
  const groups = (member.record?.groups ?? []).map(({ groupId, name }) => ({ value: groupId, title: name }))
  return (
    <EditSheet
      title={`${member.name}在哪个组？`}
      command={command}
      onSave={() => void save({ groupId: chosen === noGroup ? null : chosen })}
      onClose={onClose}
      onLookAgain={onChanged}
    >
      <Choice label="小组" isLabelHidden options={[...groups, { value: noGroup, title: '没编组' }]} value={chosen} onChange={setChosen} />
    </EditSheet>
  )
}

export function ParticipationSheet(props: MatterProps) {
  const { member, onClose, onChanged } = props
  const { command, save } = useEdit(props)
  const [chosen, setChosen] = useState(member.participation)
  const options = participations.map((value) => ({ value, title: participationWords[value] }))
  return (
    <EditSheet
      title={`${member.name}怎么参加？`}
      command={command}
      onSave={() => void save({ participation: chosen })}
      onClose={onClose}
      onLookAgain={onChanged}
    >
      <Choice label="怎么参加，不用写缘由" options={options} value={chosen} onChange={setChosen} />
    </EditSheet>
  )
}
