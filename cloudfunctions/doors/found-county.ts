/** Preparing an empty deployment: the county, its administrator, and the one code that lets them in. */
import { sentUntil, type ToldBy } from '#shared/claims/rules'
import type { Made } from '#shared/kernel/shapes'
import { countyId } from '#shared/organisation/ids'
import { issueTo } from '../claims/handlers'
import { layCounty } from '../organisation/founding'
import type { Database } from '../runtime/database'
import type { storesOf } from './house'

export interface CountyNames {
  readonly county: string
  readonly admin: string
}

export interface AdminCode {
  readonly code: string
  readonly expiresAt: number
}

export class CountyExists extends Error {
  constructor() {
    super('这里已经建过县了。要给县里的管理人补发认领码，请加 --new-code')
  }
}

export class NoCounty extends Error {
  constructor() {
    super('这里还没有建县，请先用 --county 和 --admin 建县')
  }
}

/** Who runs the machine may let anybody in, as the county's administrator may. */
export const toldByOperator: ToldBy = [[{ role: 'countyAdmin', unitId: countyId }]]

type Stores = ReturnType<typeof storesOf>

function madeByOperator(stores: Stores, now: number): Made {
  return { action: 'found', by: 'operator', at: now, requestId: stores.chance.id(), via: 'command', inputHash: '' }
}

/** Throws `CountyExists` where one is founded already. */
export async function foundCounty(db: Database, stores: Stores, names: CountyNames, now: number): Promise<AdminCode> {
  if (await stores.organisation.hasCounty()) throw new CountyExists()
  const made = madeByOperator(stores, now)
  return db.transact(async (tx) => {
    const admin = await layCounty(tx, stores, made, names)
    await stores.systems.lay(tx, made)
    return issueTo(tx, stores, { made, person: admin, until: sentUntil(now), tellers: toldByOperator })
  })
}

/** A new code for the county's administrator: whoever runs the machine may let them in again. */
export async function reissueAdminCode(db: Database, stores: Stores, now: number): Promise<AdminCode & { readonly name: string }> {
  const admin = await stores.organisation.countyAdmin()
  const name = admin === undefined ? undefined : await stores.members.nameOf(admin)
  if (admin === undefined || name === undefined) throw new NoCounty()
  const made = madeByOperator(stores, now)
  const issued = await db.transact(async (tx) => {
    const person = await stores.members.getPerson(tx, admin)
    return person && issueTo(tx, stores, { made, person, until: sentUntil(now), tellers: toldByOperator })
  })
  if (issued === undefined) throw new NoCounty()
  return { name, ...issued }
}
