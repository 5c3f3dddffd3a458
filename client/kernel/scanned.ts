/** What a camera read → the code in it: `https://village.example/s/ABCDEFGH`, or the code alone. */
import { normaliseCode } from '#shared/kernel/id'

export function codeIn(scanned: string): string | undefined {
  const linked = /^https?:\/\/[^/]+\/s\/([^/?#]+)/.exec(scanned.trim())?.[1]
  return normaliseCode(linked ?? scanned)
}
