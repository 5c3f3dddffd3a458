/** Sessions that do not end: a story of a year is played by people who come back each month, and only identity is given. */
import { actors } from '../../cloudfunctions/runtime/identity'
import type { Village } from '../village/village'

export async function keepSessions(village: Village, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { device = '' } = village.browser(name).caller
    await village.db.transact(async (tx) => {
      const known = await tx.get(actors, device)
      if (known !== undefined) {
        await tx.put(actors, { ...known, persons: known.persons.map(({ expiresAt: _, ...person }) => person) })
      }
    })
  }
}
