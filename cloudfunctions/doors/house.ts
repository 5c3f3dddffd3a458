/** Where everything meets: stores over one database, handlers over the stores, one `serve` over the handlers. */

import { triesInAll, triesPerAddress, triesPerCaller } from '#shared/claims/rules'
import { contracts, demoContracts } from '#shared/contracts'
import { assistHandlers } from '../assists/handlers'
import { assistCollections, assistingOf, assistStore } from '../assists/store'
import { claimHandlers } from '../claims/handlers'
import { claimCollections, claimStore } from '../claims/store'
import { codeHandlers } from '../codes/handlers'
import { demoHandlers } from '../demo/handlers'
import { castStore, demoCollections } from '../demo/store'
import { duesHandlers } from '../dues/handlers'
import { duesCollections, duesStore } from '../dues/store'
import { fileHandlers } from '../files/handlers'
import { fileCollections, fileTicketStore } from '../files/store'
import { fileSweep } from '../files/sweep'
import { cardCollections, cardStore } from '../members/card-store'
import { memberHandlers } from '../members/handlers'
import { memberCollections, memberStore } from '../members/store'
import { organisationHandlers } from '../organisation/handlers'
import { organisationCollections, organisationStore } from '../organisation/store'
import { roleHandlers } from '../roles/handlers'
import { roleStore } from '../roles/store'
import { audits, inputHasher } from '../runtime/audit'
import type { Chance } from '../runtime/chance'
import { type Clock, systemClock } from '../runtime/clock'
import type { Database } from '../runtime/database'
import type { Files } from '../runtime/files'
import { bindHandlers } from '../runtime/handlers'
import { actors } from '../runtime/identity'
import type { Keys } from '../runtime/keys'
import { base64Table, type WriteTable } from '../runtime/late-table'
import type { Log } from '../runtime/log'
import { priceOf } from '../runtime/price'
import { openRecent } from '../runtime/recent'
import { sealerOf } from '../runtime/sealed'
import { createServe } from '../runtime/serve'
import { openTries, triesCollection } from '../runtime/tries'
import { sessionHandlers } from '../session/handlers'
import { sessionStore } from '../session/store'
import { systemHandlers } from '../systems/handlers'
import { systemStore } from '../systems/store'
import { themeDayHandlers } from '../themeday/handlers'
import { themeDayCollections, themeDayStore } from '../themeday/store'

/** Raised when stored shapes change so that an older program would misread them. */
export const schemaNumber = 2

/** The program's own version, and the oldest client it still answers. */
export const version = '0.1.0'
const oldestClient = '0.1.0'

export const collections = [
  actors,
  audits,
  triesCollection,
  ...organisationCollections,
  ...memberCollections,
  ...cardCollections,
  ...claimCollections,
  ...themeDayCollections,
  ...duesCollections,
  ...assistCollections,
  ...fileCollections,
  ...demoCollections,
]

export interface HouseParts {
  readonly db: Database
  readonly keys: Keys
  readonly files: Files
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly isDemonstration: boolean
  /** how long documents that every call needs are remembered; 0 when absent, as on one machine */
  readonly memoryMs?: number
  /** how tables are written; by the same thread when absent, as in the cloud, where an instance answers one call at a time */
  readonly writeTable?: WriteTable
}

type StoreParts = Pick<HouseParts, 'db' | 'keys' | 'chance' | 'memoryMs'> & Partial<Pick<HouseParts, 'clock'>>

export function storesOf({ db, keys, chance, clock = systemClock, memoryMs = 0 }: StoreParts) {
  const devices = openRecent(db, actors, clock, memoryMs)
  const members = memberStore(db, sealerOf(keys, chance))
  return {
    devices,
    assists: assistStore(db),
    organisation: organisationStore(db),
    roles: roleStore(db),
    members,
    cards: cardStore(db, keys, members),
    claims: claimStore(db, keys),
    themeDays: themeDayStore(db, keys, { clock, memoryMs }),
    dues: duesStore(db),
    sessions: sessionStore(db),
    systems: systemStore(devices),
    fileTickets: fileTicketStore(db, keys),
    cast: castStore(db),
    chance,
  }
}

export function openHouse(parts: HouseParts) {
  const { db, keys, files, clock, chance, log, isDemonstration, writeTable = base64Table } = parts
  const stores = storesOf(parts)
  const limits = { perCaller: triesPerCaller, perAddress: triesPerAddress, inAll: triesInAll }
  const tries = openTries({ db, devices: stores.devices, keys, chance, log, limits })
  const everyday = {
    assists: assistHandlers(stores),
    claims: claimHandlers({ ...stores, tries }),
    codes: codeHandlers({ ...stores, tries }),
    dues: duesHandlers(stores, writeTable),
    files: fileHandlers({ ...stores, files }),
    members: memberHandlers(stores),
    organisation: organisationHandlers(stores),
    roles: roleHandlers(stores),
    session: sessionHandlers({ ...stores, isDemonstration }),
    systems: systemHandlers(stores.systems),
    themeday: themeDayHandlers({ ...stores, files }, writeTable),
  }
  const served = isDemonstration
    ? { contracts: demoContracts, handlers: bindHandlers<typeof demoContracts>({ ...everyday, demo: demoHandlers(stores) }) }
    : { contracts, handlers: bindHandlers<typeof contracts>(everyday) }
  return {
    serve: createServe({
      ...served,
      ...{ db, clock, chance, log, oldestClient, hashInput: inputHasher(keys) },
      devices: stores.devices,
      branchesBelow: stores.organisation.branchesBelow,
      assisting: assistingOf(stores.members),
      isOn: stores.systems.isOn,
    }),
    /** what a call costs, before it is served */
    priceOf: (body: unknown) => priceOf(served.contracts, body),
    stores,
    tries,
    /** Removes what was sent and is not used; to be called now and then. */
    sweepFiles: fileSweep({ ...stores, files }),
  }
}

export type OpenHouse = ReturnType<typeof openHouse>
