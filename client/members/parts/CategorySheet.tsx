import { useState } from 'react'
import { dayOf } from '#shared/kernel/day'
import { type CategoryKind, categoryKinds } from '#shared/members/kinds'
import { categoryWords } from '#shared/members/words'
import { api } from '../../kernel/api'
import { now } from '../../kernel/clock'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { EditSheet } from './EditSheet'
import type { MatterProps } from './member'

const none = 'none'

/** A year on: a category is looked at again once a year. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('-02-29', '-02-28')

/** One of the six. The organ's decision and a last day are asked where the category is a correction. */
export function CategorySheet({ member, onClose, onChanged }: MatterProps) {
  const command = useCommand(api.members.setCategory)
  const known = member.record?.category
  const [kind, setKind] = useState<CategoryKind | typeof none>(known?.kind ?? none)
  const [since, setSince] = useState(known?.since ?? dayOf(now()))
  const [recheckOn, setRecheckOn] = useState(known?.recheckOn ?? yearAfter(since))
  const [decision, setDecision] = useState(known?.decision ?? '')
  const [until, setUntil] = useState(known?.until ?? '')
  const isCorrection = kind === 'underCorrection'
  const ordered = isCorrection ? { ...(decision.trim() === '' ? {} : { decision }), ...(until === '' ? {} : { until }) } : {}
  const save = async () => {
    const category = kind === none ? {} : { category: { kind, since, recheckOn, ...ordered } }
    const { memberId, version } = member
    if ((await command.run({ memberId, version, ...category })) !== undefined) onChanged()
  }
  const options = [...categoryKinds.map((value) => ({ value, title: categoryWords[value] })), { value: none, title: '没定' } as const]
  return (
    <EditSheet title={`${member.name}属于哪一类？`} command={command} onSave={() => void save()} onClose={onClose} onLookAgain={onChanged}>
      <Choice label="只有支部里管事的看得到" options={options} value={kind} onChange={setKind} />
      {kind !== none && (
        <>
          <Field label="从哪天起" kind="date" value={since} onChange={setSince} />
          <Field label="哪天再看一次" kind="date" value={recheckOn} onChange={setRecheckOn} />
        </>
      )}
      {isCorrection && (
        <>
          <Field label="哪级组织怎么定的" maxLength={60} value={decision} onChange={setDecision} />
          <Field label="到哪天为止" kind="date" value={until} onChange={setUntil} />
        </>
      )}
    </EditSheet>
  )
}
