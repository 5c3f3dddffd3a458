import { useState } from 'react'
import type { OrgLevel } from '#shared/kernel/organisation'
import { levelWords } from '#shared/organisation/words'
import { back, go } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import { type Changed, ChangeSheet } from './ChangeSheet'
import { CreateSheet } from './CreateSheet'
import { deedsOf, levelIcons, levelsBelow, readBelow, readUnit, type Seat, type Unit, type UnitRow } from './tree'
import { UnitRows } from './UnitRows'

interface UnitViewProps {
  readonly unitId: string
  readonly seat: Seat | undefined
  /** Instead of the unit's own name. */
  readonly title?: string
}

/** One unit of the tree: where it lies, what lies below it, and what may be done. */
export function UnitView({ unitId, seat, title }: UnitViewProps) {
  const unit = useQuery(`organisation.getUnit ${unitId}`, () => readUnit(unitId))
  const below = useQuery(`organisation.listUnits ${unitId}`, () => readBelow(unitId))
  const [making, setMaking] = useState<Exclude<OrgLevel, 'county' | 'branch'>>()
  const [changing, setChanging] = useState<Changed>()
  const renew = () => {
    setMaking(undefined)
    setChanging(undefined)
    unit.refresh()
    below.refresh()
  }
  const { data } = unit
  const levels = data === undefined ? [] : levelsBelow(seat, data)
  const make = (level: OrgLevel) => {
    if (level === 'branch') go('found', placeOfNewBranch(data))
    else if (level !== 'county') setMaking(level)
  }
  const open = (row: UnitRow) => {
    if (row.level !== 'group') return () => go('units', { unitId: row.unitId })
    return levels.includes('group') && row.closedAt === undefined ? () => setChanging(row) : undefined
  }
  return (
    <Page
      title={title ?? data?.name}
      {...(data === undefined ? {} : { note: title === undefined ? sayWhere(data) : data.name })}
      isNoteExtra
      beside={
        data !== undefined &&
        deedsOf(seat, data).mayChange && (
          <Press kind="plain" size="small" icon="pencil" label="改动" onPress={() => setChanging(changedOf(seat, data))} />
        )
      }
      foot={
        levels.length > 0 &&
        levels.map((level, place) => (
          <Press key={level} kind={place === 0 ? 'primary' : 'plain'} label={`建一个${levelWords[level]}`} onPress={() => make(level)} />
        ))
      }
    >
      <Answered query={unit} lines={2}>
        {(shown) => (
          <>
            {title === undefined && shown.closedAt === undefined && (
              <Card kind="list">
                <Row icon="user-check" title="人员与权限" isStrong onPress={() => go('officers', { unitId })} />
              </Card>
            )}
            <Answered query={below} lines={5}>
              {(rows) =>
                rows.length === 0 ? <Empty icon={levelIcons[shown.level]} words="下面还没有" /> : <UnitRows rows={rows} onOpen={open} />
              }
            </Answered>
          </>
        )}
      </Answered>
      {making !== undefined && <CreateSheet parentId={unitId} level={making} onDone={renew} onClose={() => setMaking(undefined)} />}
      {changing !== undefined && (
        <ChangeSheet
          unit={changing}
          onChanged={renew}
          onClosed={changing.unitId === unitId ? back : renew}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  )
}

function sayWhere({ level, path, closedAt }: Unit): string {
  if (level === 'county') return ''
  const where = path.map(({ name }) => name).join(' › ')
  const what = closedAt === undefined ? levelWords[level] : `${levelWords[level]}，已经撤了`
  return `${where} · ${what}`
}

function changedOf(seat: Seat | undefined, unit: Unit): Changed {
  const { unitId, level, name, parentId, committeeId } = unit
  const isMovable = deedsOf(seat, unit).mayMove && parentId !== undefined && committeeId !== undefined
  return { unitId, level, name, ...(isMovable ? { place: { parentId, committeeId } } : {}) }
}

/** Below a general branch the town is settled; below a town it is chosen already. */
function placeOfNewBranch(unit: Unit | undefined) {
  const committeeId = unit?.committeeId
  const town = committeeId === undefined ? {} : { committeeId }
  return unit?.level === 'generalBranch' ? { ...town, generalBranchId: unit.unitId, generalBranchName: unit.name } : town
}
