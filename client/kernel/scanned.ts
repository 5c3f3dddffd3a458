/** What a camera read → what stands behind `/s/` in it: `https://village.example/s/ABCDEFGH`, or the code alone, each with its tail. */
import { readScanned, sayScanned } from '#shared/themeday/scanned'

/** As we write it ourselves; undefined: nothing of ours. */
export function codeIn(text: string): string | undefined {
  const linked = /^https?:\/\/[^/]+\/s\/([^/?#]+)/.exec(text.trim())?.[1]
  const scanned = readScanned(linked ?? text.trim())
  return scanned && sayScanned(scanned)
}
