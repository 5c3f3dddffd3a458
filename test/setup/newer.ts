/**
 * What JavaScript of a certain age does not have, read off the tables of MDN: every method, property and interface that came later to
 * one of the two families of browsers, whose engines mini-programs run in.
 */
import type { Identifier, SupportStatement } from '@mdn/browser-compat-data'

const tables: {
  readonly javascript: { readonly builtins: Identifier }
  readonly api: Identifier
} = require('@mdn/browser-compat-data')

export interface Age {
  readonly chrome: number
  readonly safari_ios: number
}

/** ES2017 and nothing of later years, and no browser around it. */
export const es2017: Age = { chrome: 58, safari_ios: 11 }

/** The least browsers that README promises. */
export const leastBrowsers: Age = { chrome: 79, safari_ios: 12.2 }

/** From when it is there for everybody, by its own name. */
const since = (support: SupportStatement | undefined): number => {
  const all = support === undefined ? [] : Array.isArray(support) ? support : [support]
  const plain = all.filter((one) => one.flags === undefined && one.prefix === undefined && one.alternative_name === undefined)
  return Math.min(
    ...plain
      .map(({ version_added: added }) => (typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : Number.NaN))
      .filter(Number.isFinite),
    Number.POSITIVE_INFINITY,
  )
}

const isNewer = (one: Identifier | undefined, { chrome, safari_ios }: Age): boolean => {
  const support = one?.__compat?.support
  return support !== undefined && (since(support.chrome) > chrome || since(support.safari_ios) > safari_ios)
}

/** `['Array', 'at']`: of the interface, or of what it makes; `['BigInt']`: all of it. */
export type Missing = readonly [owner: string, member?: string]

function newerIn(table: Identifier, age: Age): readonly Missing[] {
  const names = (one: Identifier) => Object.keys(one).filter((name) => /^\w+$/.test(name) && name !== '__compat')
  return names(table).flatMap((owner): readonly Missing[] => {
    const members = table[owner]
    if (members === undefined) return []
    if (isNewer(members, age)) return [[owner]]
    const missing = names(members).filter((name) => isNewer(members[name], age))
    return missing.map((name) => [owner, name] as const)
  })
}

export const newerScripts = (age: Age) => newerIn(tables.javascript.builtins, age)

/** What a browser gives besides the language, and the Chromium of that age did not. */
export const newerInBrowser = ({ chrome }: Pick<Age, 'chrome'>) => newerIn(tables.api, { chrome, safari_ios: Number.POSITIVE_INFINITY })

/** Runs where it is sent, so it holds all it needs. */
export function takeAway(missing: readonly Missing[]): void {
  const place: object = globalThis
  for (const [owner, member] of missing) {
    // Lists of bytes have no common name.
    const given: unknown = owner === 'TypedArray' ? Object.getPrototypeOf(Uint8Array) : Reflect.get(place, owner)
    if (member === undefined) Reflect.deleteProperty(place, owner)
    else if (typeof given === 'function' || (typeof given === 'object' && given !== null)) {
      // Some stand on what is made, some on the interface.
      Reflect.deleteProperty(given, member)
      const made: unknown = Reflect.get(given, 'prototype')
      if (typeof made === 'object' && made !== null) Reflect.deleteProperty(made, member)
    }
  }
}
