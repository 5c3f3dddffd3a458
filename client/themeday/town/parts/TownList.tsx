import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { readAll } from '../../../kernel/read-all'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import type { BranchDay } from '../../parts/answers'
import { ReopenSheet } from './ReopenSheet'
import { TownRow } from './TownRow'
import './town.scss'

/** Every branch of the town in one month, in the order in which they were founded. */
export function TownList({ month }: { readonly month: string }) {
  const now = useNow()
  const [open, setOpen] = useState<BranchDay>()
  const branches = useQuery(`themeday.listBranches ${month}`, () =>
    readAll<BranchDay, never>((page) => api.themeday.listBranches({ month, ...page })),
  )
  const done = () => {
    setOpen(undefined)
    branches.refresh()
  }
  return (
    <Answered query={branches} lines={6}>
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <Empty icon="flag" words="这个乡镇还没有支部" />
          ) : (
            <Card kind="list" className="town">
              {rows.map((row) => (
                <TownRow key={row.branchId} row={row} now={now} onPress={() => setOpen(row)} />
              ))}
            </Card>
          )}
          {open !== undefined && <ReopenSheet row={open} onDone={done} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </Answered>
  )
}
