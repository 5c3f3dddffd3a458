import { useState } from 'react'
import { api } from '../../kernel/api'
import { useSession } from '../../kernel/session'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { committeesKey, readCommittees } from './lists'
import { readBelow } from './tree'

interface MoveSheetProps {
  readonly unitId: string
  readonly name: string
  /** Where it lies now. */
  readonly parentId: string
  readonly committeeId: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Which town, and there directly or below one of its general branches. A town officer has only the own town to choose in. */
export function MoveSheet({ unitId, name, parentId, committeeId, onDone, onClose }: MoveSheetProps) {
  const { role } = useSession()
  const moving = useCommand(api.organisation.moveUnit)
  const [townId, setTown] = useState(committeeId)
  const [targetId, setTarget] = useState(parentId)
  const choose = (set: () => void) => {
    set()
    moving.reset()
  }
  const move = async () => {
    if ((await moving.run({ unitId, parentId: targetId })) !== undefined) onDone()
  }
  const isThere = targetId === parentId
  return (
    <Sheet title={`${name}搬到哪里？`} closeLabel="先不搬" onClose={onClose}>
      {role === 'countyAdmin' && (
        <TownChoice
          value={townId}
          onChange={(next) =>
            choose(() => {
              setTown(next)
              setTarget(next)
            })
          }
        />
      )}
      <PlaceChoice townId={townId} value={targetId} onChange={(next) => choose(() => setTarget(next))} />
      <Failed command={moving} />
      <Press
        kind="primary"
        label={isThere ? '现在就在这里' : '搬过去'}
        disabled={isThere}
        isBusy={moving.isRunning}
        busyLabel="正在搬…"
        onPress={() => void move()}
      />
    </Sheet>
  )
}

interface PickProps {
  readonly value: string
  readonly onChange: (unitId: string) => void
}

function TownChoice({ value, onChange }: PickProps) {
  const towns = useQuery(committeesKey, readCommittees)
  return (
    <Answered query={towns} lines={3}>
      {(rows) => (
        <Choice
          label="哪个乡镇"
          options={rows.map((row) => ({ value: row.committeeId, title: row.name }))}
          value={value}
          onChange={onChange}
        />
      )}
    </Answered>
  )
}

function PlaceChoice({ townId, value, onChange }: PickProps & { readonly townId: string }) {
  const generals = useQuery(`organisation.listUnits ${townId} generalBranch`, () => readBelow(townId, 'generalBranch'))
  return (
    <Answered query={generals} lines={3}>
      {(rows) => (
        <Choice
          label="归谁管"
          options={[
            { value: townId, title: '直接归乡镇党委' },
            ...rows.filter(({ closedAt }) => closedAt === undefined).map((row) => ({ value: row.unitId, title: row.name })),
          ]}
          value={value}
          onChange={onChange}
        />
      )}
    </Answered>
  )
}
