/** Why the system did not take a file. */
import type { WhyNotWritten } from './database'

const noRoom = /^(ENOSPC|EDQUOT)$/
const notTaken = /^(EROFS|EACCES|EPERM|EFBIG|EIO)$/

/** Undefined: it was something else, such as a port that may not be listened on. */
export function diskSays(error: unknown): WhyNotWritten | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  const code = String(error.code)
  if (noRoom.test(code)) return 'full'
  return notTaken.test(code) && !('port' in error) ? 'refused' : undefined
}
