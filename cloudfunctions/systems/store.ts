/** The county's switches, as stored: beside the devices, because every call asks for both. */
import { dayOf } from '#shared/kernel/day'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { type System, startsOff, systems } from '#shared/systems/ids'
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
      const book = await devices.get(switchesId, ({ switches = [] }) => isOnOn(switches, system, dayOf(now)))
      return isOnOn(book?.switches ?? [], system, dayOf(now))
    },
    /**
     * What a feature outside a system composes of it: read only while the system is on, as the system's own actions are. Absent: it is
     * off, and nothing of it may be said.
     */
    async whileOn<Found>(system: System, now: number, read: () => Promise<Found>): Promise<Found | undefined> {
      return (await this.isOn(system, undefined, now)) ? read() : undefined
    },
    /** Up to a minute old either way: for what is only shown, and most counties never turn on. */
    async wasOn(system: System, now: number): Promise<boolean> {
      const book = await devices.get(switchesId)
      return isOnOn(book?.switches ?? [], system, dayOf(now))
    },
    /** What is on; a "no" is read anew here too, but for what starts off: that would be read at every call. */
    async on(now: number): Promise<System[]> {
      const onIn = (switches: readonly Switch[]) => systems.filter((system) => isOnOn(switches, system, dayOf(now)))
      const serves = ({ switches = [] }: DeviceActors) => {
        const on = onIn(switches)
        return systems.every((system) => startsOff.includes(system) || on.includes(system))
      }
      return onIn((await devices.get(switchesId, serves))?.switches ?? [])
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
