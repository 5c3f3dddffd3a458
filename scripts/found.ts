/** `npm run -s found -- --county 某某县 --admin 姓名`: prepares an empty deployment, here or in the cloud, and prints its one claim code. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { foundCounty, reissueAdminCode } from '../cloudfunctions/doors/found-county'
import { collections, schemaNumber, storesOf } from '../cloudfunctions/doors/house'
import { sayKeysGone, storeIn } from '../cloudfunctions/doors/whole-folder'
import { jitter, systemChance } from '../cloudfunctions/runtime/chance'
import { systemClock, wait } from '../cloudfunctions/runtime/clock'
import { openCloudbaseDatabase } from '../cloudfunctions/runtime/cloudbase-database'
import type { Database } from '../cloudfunctions/runtime/database'
import { openEmbeddedDatabase } from '../cloudfunctions/runtime/embedded-database'
import { lockFolder } from '../cloudfunctions/runtime/folder-lock'
import { type Keys, openCloudKeys, openLocalKeys } from '../cloudfunctions/runtime/keys'
import { accessIn, cloudVariables } from './cloud/variables'

const usage =
  '用法：npm run -s found -- --county 某某县 --admin 姓名 [--data 目录]\n补发认领码：npm run -s found -- --new-code [--data 目录]\n数据在云上时，把 --data 目录 换成 --cloud'

interface Place {
  readonly name: string
  readonly db: Database
  readonly keys: Keys
}

/** A folder whose store is lost or damaged is refused before anything is opened in it: a new county would stand over the old one. */
function openFolder(folder: string): Place {
  mkdirSync(folder, { recursive: true })
  // Held until this program ends.
  const lock = lockFolder(folder)
  const keysGone = storeIn(folder) === 'none' ? undefined : sayKeysGone(folder)
  if (keysGone !== undefined) process.stderr.write(`${keysGone}\n`)
  return { name: folder, db: openEmbeddedDatabase({ folder, collections, schema: schemaNumber, lock }), keys: openLocalKeys(folder) }
}

/** The same keys as the functions have, or the code would open nothing. */
function openInCloud(): Place {
  const variables = cloudVariables()
  const [access, keys] = [accessIn(variables), openCloudKeys(variables)]
  process.env.SILENCE = 'true'
  return { name: `云上的环境 ${access.env}`, db: openCloudbaseDatabase({ collections, pauses: { wait, jitter }, access }), keys }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      county: { type: 'string' },
      admin: { type: 'string' },
      data: { type: 'string' },
      cloud: { type: 'boolean', default: false },
      'new-code': { type: 'boolean', default: false },
    },
  })
  const names = values.county?.trim() && values.admin?.trim() ? { county: values.county.trim(), admin: values.admin.trim() } : undefined
  if ((names === undefined && !values['new-code']) || (values.cloud && values.data !== undefined)) throw new Error(usage)
  const { name: place, db, keys } = values.cloud ? openInCloud() : openFolder(resolve(values.data ?? 'data'))
  try {
    const stores = storesOf({ db, keys, chance: systemChance })
    if ((await stores.cast.laid()) !== undefined) throw new Error('这个目录里铺的是示范村，不能当正式的用。请用 --data 换一个目录')
    const now = systemClock.now()
    const issued =
      names === undefined ? await reissueAdminCode(db, stores, now) : { ...(await foundCounty(db, stores, names, now)), name: names.admin }
    const lines = [
      ...(names === undefined ? [] : [`${names.county}建好了，数据在 ${place}`]),
      `${issued.name}的认领码：${sayCode(issued.code)}`,
      `用到 ${sayDay(issued.expiresAt)}，只能用一次。打开页面，输入这个码就行`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await db.close()
  }
}

function sayFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.includes('COLLECTION_NOT_EXIST') ? '这个环境还没有准备好，请先做 npm run cloud:init' : message
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayFailure(error)}\n`)
  process.exit(1)
})
