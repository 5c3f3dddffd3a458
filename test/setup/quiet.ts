/**
 * Nobody asks more than people act. A page asks when it opens and when it is touched; left alone it keeps quiet, but for the one
 * question every five seconds of a page that shows what is going on.
 */

/** A page is watched for so long after it was touched last. */
export const quietMs = 3_000

/** One page may ask so often in that time. */
const most = 2

/** One question may follow a tap so often: for the tap itself, for what arrived because of it, and because the count has moved. */
const mostOfOne = 3

interface Asked {
  readonly action: string
  readonly question: string
  /** ms, by a clock that nobody sets */
  readonly at: number
}

export interface Asking {
  /** Somebody did something, or a page was opened, or all is there and nobody does anything: it is counted anew. */
  touched(): void
  asked(envelope: Readonly<Record<string, unknown>>): void
  /** Where nobody did anything since: throws what was asked for all the same. */
  wasQuiet(): void
  /** What asked without an end so far, in words. */
  storm(): string | undefined
}

/** `pages`: how many of them are open at once. */
export function watchAsking(pages: () => number = () => 1): Asking {
  let since: Asked[] = []
  let found: string | undefined
  return {
    touched() {
      since = []
    },
    asked({ action, input, as }) {
      const at = performance.now()
      const one = { action: String(action), question: JSON.stringify([action, input, as]), at }
      since = [...since.filter((earlier) => at - earlier.at < quietMs), one]
      const same = since.filter(({ question }) => question === one.question)
      if (same.length > mostOfOne * pages()) found = `untouched, and yet asked ${same.length} times within three seconds: ${one.action}`
    },
    wasQuiet() {
      if (since.length > most * pages())
        found ??= `left alone, and yet asked ${since.length} times: ${since.map(({ action }) => action).join(', ')}`
      if (found !== undefined) throw new Error(found)
    },
    storm: () => found,
  }
}
