/** The browser's side of sending a file. */
import type { PutFile } from './ports'
import { Unreachable } from './unreachable'

const patienceMs = 30_000

export const putFile: PutFile = async ({ address, headers }, bytes) => {
  const answer = await fetch(address, { method: 'PUT', headers, body: bytes, signal: AbortSignal.timeout(patienceMs) }).catch(
    () => undefined,
  )
  if (answer?.ok !== true) throw new Unreachable()
}
