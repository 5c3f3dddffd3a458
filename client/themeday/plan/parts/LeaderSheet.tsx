import { useState } from 'react'
import { type Answer, api } from '../../../kernel/api'
import { readAll } from '../../../kernel/read-all'
import { useQuery } from '../../../kernel/use-query'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'

type MemberRow = Answer<'members', 'list'>['rows'][number]

interface LeaderSheetProps {
  readonly title: string
  readonly value: string
  readonly onChoose: (name: string) => void
  readonly onClose: () => void
}

/** Mostly one of the roster; a teacher from outside is written. Without the roster writing still works. */
export function LeaderSheet({ title, value, onChoose, onClose }: LeaderSheetProps) {
  const [typed, setTyped] = useState(value)
  const roster = useQuery('members.list', () => readAll<MemberRow, never>((page) => api.members.list(page)))
  const found = roster.data?.filter(({ name, initials }) => typed === value || name.includes(typed) || initials.startsWith(typed)) ?? []
  return (
    <Sheet title={title} onClose={onClose}>
      <Field label="名字" value={typed} onChange={setTyped} maxLength={20} hint="别处来的，直接写" />
      {typed.trim() !== '' ? (
        <Press kind="primary" label="就是这位" onPress={() => onChoose(typed.trim())} />
      ) : (
        value !== '' && <Press kind="plain" label="不写谁主持" onPress={() => onChoose('')} />
      )}
      {found.length > 0 && (
        <Choice label="从名单里选" options={found.map(({ name }) => ({ value: name, title: name }))} value={value} onChange={onChoose} />
      )}
    </Sheet>
  )
}
