/** How many bytes are held in memory for callers at one moment, in all and for one of them. */

export interface BytesInHand {
  /** False when they would be too many; whoever was told yes gives them back, once. */
  take(key: string, bytes: number): boolean
  giveBack(key: string, bytes: number): void
}

export function openBytesInHand({ all, each }: { readonly all: number; readonly each: number }): BytesInHand {
  const held = new Map<string, number>()
  let inAll = 0
  return {
    take(key, bytes) {
      const own = (held.get(key) ?? 0) + bytes
      if (own > each || inAll + bytes > all) return false
      held.set(key, own)
      inAll += bytes
      return true
    },
    giveBack(key, bytes) {
      const own = (held.get(key) ?? 0) - bytes
      if (own > 0) held.set(key, own)
      else held.delete(key)
      inAll -= bytes
    },
  }
}
