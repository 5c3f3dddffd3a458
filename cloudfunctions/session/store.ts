/** Devices as the persons known on them see them. */
import type { Person } from '#shared/members/model'
import type { Database } from '../runtime/database'
import { actors, type DeviceActors } from '../runtime/identity'

export function sessionStore(db: Database) {
  return {
    /** The person's own devices, the longest known first; five at most. */
    async devicesOf({ devices }: Pick<Person, 'devices'>): Promise<readonly DeviceActors[]> {
      const found = await db.getMany(actors, devices)
      return devices.map((device) => found.get(device)).filter((device) => device !== undefined)
    },
  }
}

export type SessionStore = ReturnType<typeof sessionStore>

/** Enough letters of a device's stored name to tell a person's five apart, and too few to be it. */
export function deviceKeyOf(device: string): string {
  return device.slice(0, 12)
}
