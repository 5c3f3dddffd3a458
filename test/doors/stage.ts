/** A local door of its own for a test: real HTTP, a folder that goes away after, wide limits unless told otherwise. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalDoorOptions, openLocalDoor } from '../../cloudfunctions/doors/local-door'

export const noLimit = { burst: 1_000_000, perSecond: 1_000_000 }

export async function openTestDoor(options: Partial<LocalDoorOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'door-'))
  const h5 = join(folder, 'h5')
  mkdirSync(h5)
  writeFileSync(join(h5, 'index.html'), '<!doctype html><title>先锋连心</title>')
  const limits = { session: noLimit, address: noLimit }
  const door = await openLocalDoor({ folder, h5, port: 0, rehearse: true, limits, ...options })
  return {
    ...door,
    folder,
    post: (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`${door.url}/api`, { method: 'POST', body, headers }),
    async end(): Promise<void> {
      await door.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>
