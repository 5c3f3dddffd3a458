import { useState } from 'react'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { CloseSheet } from './CloseSheet'
import { MoveSheet } from './MoveSheet'
import { NameSheet } from './NameSheet'
import type { UnitRow } from './tree'

/** A unit as it is changed; a place only where it may be moved. */
export type Changed = Pick<UnitRow, 'unitId' | 'level' | 'name' | 'kind'> & {
  readonly place?: { readonly parentId: string; readonly committeeId: string }
}

interface ChangeSheetProps {
  readonly unit: Changed
  readonly onChanged: () => void
  readonly onClosed: () => void
  readonly onClose: () => void
}

/** One question first: rename, move, or close. */
export function ChangeSheet({ unit, onChanged, onClosed, onClose }: ChangeSheetProps) {
  const [deed, setDeed] = useState<'rename' | 'move' | 'close'>()
  if (deed === 'rename') return <RenameSheet unit={unit} onDone={onChanged} onClose={onClose} />
  if (deed === 'close') return <CloseSheet unit={unit} onDone={onClosed} onClose={onClose} />
  if (deed === 'move' && unit.place !== undefined) {
    return <MoveSheet unitId={unit.unitId} name={unit.name} {...unit.place} onDone={onChanged} onClose={onClose} />
  }
  return (
    <Sheet title={unit.name} onClose={onClose}>
      <Card kind="list">
        <Row icon="pencil" title={unit.level === 'group' ? '改名、改类别' : '改名'} isStrong onPress={() => setDeed('rename')} />
        {unit.place !== undefined && <Row icon="map-pin" title="搬到别处" isStrong onPress={() => setDeed('move')} />}
        <Row icon="x" title="撤掉" isStrong onPress={() => setDeed('close')} />
      </Card>
    </Sheet>
  )
}

interface RenameSheetProps {
  readonly unit: Changed
  readonly onDone: () => void
  readonly onClose: () => void
}

function RenameSheet({ unit: { unitId, level, name, kind }, onDone, onClose }: RenameSheetProps) {
  const renaming = useCommand(api.organisation.renameUnit)
  return (
    <NameSheet
      title="改成什么"
      name={name}
      {...(level === 'group' ? { kind: kind ?? 'ordinary' } : {})}
      label="改好了"
      busyLabel="正在改…"
      command={renaming}
      onSave={async (next, nextKind) => {
        const renamed = await renaming.run({ unitId, name: next, ...(nextKind === undefined ? {} : { kind: nextKind }) })
        if (renamed !== undefined) onDone()
      }}
      onClose={onClose}
    />
  )
}
