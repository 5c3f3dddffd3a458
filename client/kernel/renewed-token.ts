/**
 * A token made anew while the old one is kept, until it is known which of them the server knows: the answer may be lost, and the app may be
 * closed in between.
 */

export interface TokenPlaces {
  readonly read: () => string | undefined
  readonly write: (token: string) => void
  readonly forget: () => void
  readonly readBefore: () => string | undefined
  readonly writeBefore: (token: string) => void
  readonly forgetBefore: () => void
  readonly draw: () => Promise<string>
}

/** Stands for there having been no token before. */
const none = '-'

export function renewedToken({ read, write, forget, readBefore, writeBefore, forgetBefore, draw }: TokenPlaces) {
  const answer = (token: string, before: string) => ({ token, ...(before === none ? {} : { was: before }) })
  return {
    renewToken: async () => {
      const [token, before] = [read(), readBefore()]
      if (token !== undefined && before !== undefined) return answer(token, before)
      const fresh = await draw()
      const was = read() ?? none
      writeBefore(was)
      write(fresh)
      return answer(fresh, was)
    },
    isRenewing: () => readBefore() !== undefined,
    settleToken: (isFreshKept: boolean) => {
      const before = readBefore()
      if (before === undefined) return false
      forgetBefore()
      if (isFreshKept) return true
      if (before === none) forget()
      else write(before)
      return true
    },
  }
}
