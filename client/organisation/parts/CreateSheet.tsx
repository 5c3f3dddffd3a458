import type { OrgLevel } from '#shared/kernel/organisation'
import { levelWords } from '#shared/organisation/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { NameSheet } from './NameSheet'

interface CreateSheetProps {
  readonly parentId: string
  readonly level: Exclude<OrgLevel, 'county' | 'branch'>
  readonly onDone: () => void
  readonly onClose: () => void
}

const examples = { committee: '如：柳河镇党委', generalBranch: '如：河东党总支', group: '如：三组' }

/** A new unit below the one that is looked at. */
export function CreateSheet({ parentId, level, onDone, onClose }: CreateSheetProps) {
  const creating = useCommand(api.organisation.createUnit)
  return (
    <NameSheet
      title={`建一个${levelWords[level]}`}
      name=""
      {...(level === 'group' ? { kind: 'ordinary' } : {})}
      placeholder={examples[level]}
      label="建"
      busyLabel="正在建…"
      command={creating}
      onSave={async (name, kind) => {
        const made = await creating.run(level === 'group' ? { level, parentId, name, kind: kind ?? 'ordinary' } : { level, parentId, name })
        if (made !== undefined) onDone()
      }}
      onClose={onClose}
    />
  )
}
