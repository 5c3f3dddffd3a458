/**
 * A program of its own that serves one of the doors under measurement, so that its processor time is its own. Arguments:
 * which door, and its data folder. It sends its address when it serves, its processor time (µs) when asked for `cpu`,
 * closes when asked to `close`, and ends with whoever started it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLocalDoor } from '../../cloudfunctions/doors/local-door'
import { type Door, openNoOpDoor } from './no-op-door'

const [, , kind = '', folder = ''] = process.argv

/** All callers share one address here, and each comes more often than a person would. */
const noLimit = { burst: 1e9, perSecond: 1e9 }

function openCheckIn(groupLimit: { readonly groupLimit?: number }): Promise<Door> {
  const h5 = join(folder, 'h5')
  mkdirSync(h5, { recursive: true })
  return openLocalDoor({ folder, h5, port: 0, limits: { session: noLimit, address: noLimit }, ...groupLimit })
}

function open(): Promise<Door> {
  switch (kind) {
    case 'group':
    case 'hot':
      return openCheckIn({})
    case 'single':
      return openCheckIn({ groupLimit: 1 })
    case 'noOp':
      return openNoOpDoor(folder)
    default:
      throw new Error(`there is no door ${kind}`)
  }
}

async function main(): Promise<void> {
  const door = await open()
  const endAbruptly = () => process.exit(1)
  process.on('disconnect', endAbruptly)
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send?.({ cpuMicros: user + system })
    }
    if (message === 'close') {
      process.off('disconnect', endAbruptly)
      void door.close().then(() => process.disconnect())
    }
  })
  process.send?.({ url: door.url })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
