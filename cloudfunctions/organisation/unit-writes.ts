/** Writing units: every change keeps the names in use beside it, in the same transaction. */
import { createHash } from 'node:crypto'
import type { Made } from '#shared/kernel/shapes'
import type { Unit, UnitName } from '#shared/organisation/model'
import type { Collection, Transaction } from '../runtime/database'

export const units: Collection<Unit> = {
  name: 'units',
  indexes: [
    ['parentId', 'sortKey'],
    ['parentId', 'level', 'sortKey'],
    ['committeeId', 'level', 'sortKey'],
  ],
}

export const unitNames: Collection<UnitName> = { name: 'unitNames', indexes: [['parentId', '_id']] }

/** Names are Chinese and ids are not: the hash stands for the name. */
export function unitNameId(parentId: string, name: string): string {
  return `${parentId}_${createHash('sha256').update(name).digest('base64url')}`
}

/** The name a unit holds; the county has nothing beside it, and what is closed has given its name back. */
function heldName({ parentId, name, closedAt }: Unit): { readonly _id: string; readonly parentId: string } | undefined {
  if (parentId === undefined || closedAt !== undefined) return undefined
  return { _id: unitNameId(parentId, name), parentId }
}

async function holdName(tx: Transaction, made: Made, unit: Unit): Promise<void> {
  const held = heldName(unit)
  if (held === undefined) return
  const name: UnitName = { ...held, v: 1, made, unitId: unit._id }
  await tx.insert(unitNames, name)
}

export const unitWrites = {
  getUnit: (tx: Transaction, unitId: string) => tx.get(units, unitId),
  holdUnit: (tx: Transaction, unitId: string) => tx.hold(units, unitId),
  async isNameHeld(tx: Transaction, parentId: string, name: string): Promise<boolean> {
    return (await tx.get(unitNames, unitNameId(parentId, name))) !== undefined
  },
  /** The name must be free: it is asked for in the same transaction. */
  async insertUnit(tx: Transaction, unit: Unit): Promise<void> {
    await tx.insert(units, unit)
    await holdName(tx, unit.made, unit)
  },
  async changeUnit(tx: Transaction, made: Made, before: Unit, after: Unit): Promise<void> {
    const [was, is] = [heldName(before), heldName(after)]
    if (was?._id !== is?._id) {
      if (was !== undefined) await tx.remove(unitNames, was._id)
      await holdName(tx, made, after)
    }
    await tx.put(units, after)
  },
  /**
   * Asked by whatever puts a unit, a member or an appointment into a unit, or sends something up from it: it is counted, so that nobody
   * closes or moves the unit on an older count. Undefined where there is none, or none any more.
   */
  async receive(tx: Transaction, unitId: string): Promise<Unit | undefined> {
    const unit = await tx.get(units, unitId)
    if (unit === undefined || unit.closedAt !== undefined) return undefined
    const received = { ...unit, arrivals: (unit.arrivals ?? 0) + 1 }
    await tx.put(units, received)
    return received
  },
}
