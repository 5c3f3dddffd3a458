/** The county's switches, as stored: beside the devices, because every call asks for both. */
import { dayOf } from '#shared/kernel/day'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { type System, systems } from '#shared/systems/ids'
import type { Switch } from '#shared/systems/model'
import { isOnOn } from '#shared/systems/rules'
import type { Transaction } from '../runtime/database'
import { actors, type DeviceActors, switchesId } from '../runtime/identity'
import type { Recent } from '../runtime/recent'

export function systemStore(devices: Recent<DeviceActors>) {
  return {
    /** What every call of a system is judged by, read along with the caller's device; a "no" is read anew. */
    async isOn(system: System, device: string | undefined, now: number): Promise<boolean> {
      if (device !== undefined) await devices.warm([device, switchesId])
      const serves = ({ switches = [] }: DeviceActors) => isOnOn(switches, system, dayOf(now))
      const book = await devices.get(switchesId, serves)
      return book === undefined || serves(book)
    },
    /** What is on; a "no" is read anew here too. */
    async on(now: number): Promise<System[]> {
      const onIn = ({ switches = [] }: DeviceActors) => systems.filter((system) => isOnOn(switches, system, dayOf(now)))
      const book = await devices.get(switchesId, (remembered) => onIn(remembered).length === systems.length)
      return book === undefined ? [...systems] : onIn(book)
    },
    /** The county's own view; only who reaches the whole county has one. */
    async list(scope: Scope): Promise<readonly Switch[]> {
      return scope.all ? ((await devices.fresh(switchesId))?.switches ?? []) : []
    },
    /** An empty book, so that a county that has decided nothing is remembered as such. */
    lay: (tx: Transaction, made: Made) => tx.insert(actors, { _id: switchesId, v: 1, made, persons: [], switches: [] }),
    async getSwitches(tx: Transaction): Promise<readonly Switch[]> {
      return (await tx.get(actors, switchesId))?.switches ?? []
    },
    putSwitches: (tx: Transaction, made: Made, switches: readonly Switch[]) =>
      tx.put(actors, { _id: switchesId, v: 1, made, persons: [], switches }),
    forget: () => devices.forget(switchesId),
  }
}

export type SystemStore = ReturnType<typeof systemStore>
