/** `npm run -s found -- --county 某某县 --admin 姓名`: prepares an empty deployment and prints its one claim code. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { foundCounty, reissueAdminCode } from '../cloudfunctions/doors/found-county'
import { collections, schemaNumber, storesOf } from '../cloudfunctions/doors/house'
import { systemChance } from '../cloudfunctions/runtime/chance'
import { systemClock } from '../cloudfunctions/runtime/clock'
import { openEmbeddedDatabase } from '../cloudfunctions/runtime/embedded-database'
import { openLocalKeys } from '../cloudfunctions/runtime/keys'

const usage =
  '用法：npm run -s found -- --county 某某县 --admin 姓名 [--data 目录]\n补发认领码：npm run -s found -- --new-code [--data 目录]'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      county: { type: 'string' },
      admin: { type: 'string' },
      data: { type: 'string', default: 'data' },
      'new-code': { type: 'boolean', default: false },
    },
  })
  const names = values.county?.trim() && values.admin?.trim() ? { county: values.county.trim(), admin: values.admin.trim() } : undefined
  if (names === undefined && !values['new-code']) throw new Error(usage)
  const folder = resolve(values.data)
  mkdirSync(folder, { recursive: true })
  const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
  try {
    const stores = storesOf({ db, keys: openLocalKeys(folder), chance: systemChance })
    if ((await stores.cast.laid()) !== undefined) throw new Error('这个目录里铺的是示范村，不能当正式的用。请用 --data 换一个目录')
    const now = systemClock.now()
    const issued =
      names === undefined ? await reissueAdminCode(db, stores, now) : { ...(await foundCounty(db, stores, names, now)), name: names.admin }
    const lines = [
      ...(names === undefined ? [] : [`${names.county}建好了，数据在 ${folder}`]),
      `${issued.name}的认领码：${sayCode(issued.code)}`,
      `用到 ${sayDay(issued.expiresAt)}，只能用一次。打开页面，输入这个码就行`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await db.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
