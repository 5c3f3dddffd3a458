/** A token bucket a key, in memory: one machine needs no more, and a restart may forget it. */

export interface RateLimit {
  /** calls a key may make at once */
  readonly burst: number
  /** calls it earns back each second */
  readonly perSecond: number
}

interface Bucket {
  tokens: number
  at: number
}

const mostKeys = 10_000

export function openRateLimit({ burst, perSecond }: RateLimit) {
  const buckets = new Map<string, Bucket>()
  return {
    /** Whether one more call is allowed now (ms), and what it costs paid. One that costs more than all there can be takes all. */
    allows(key: string, now: number, cost = 1): boolean {
      const price = Math.min(cost, burst)
      const bucket = buckets.get(key) ?? { tokens: burst, at: now }
      const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
      // Deleted and set again, the map stays in order of use, and the first key is the one longest silent.
      buckets.delete(key)
      buckets.set(key, { tokens: tokens >= price ? tokens - price : tokens, at: now })
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value ?? key)
      return tokens >= price
    },
  }
}
