/**
 * What is newer than the level of the scripts (config/levels.js) and used all the same, here or in a package: put in where it is
 * missing, before anything else runs. The `lib` of the compiler names the same ones, so that using another does not compile.
 * By hand because a library for these seven weighs 8 KB, packed, of the 198 KB a first page may weigh.
 */
function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function flat(this: readonly unknown[], depth = 1): unknown[] {
  const all: unknown[] = []
  for (const item of this) {
    if (Array.isArray(item) && depth >= 1) all.push(...flat.call(item, depth - 1))
    else all.push(item)
  }
  return all
}

function flatMap(this: readonly unknown[], make: (item: unknown, index: number, list: readonly unknown[]) => unknown): unknown[] {
  return flat.call(this.map(make))
}

function fromEntries(entries: Iterable<readonly [PropertyKey, unknown]>): object {
  const made = {}
  // Defined, not set: `__proto__` may be a key like any other.
  for (const [key, value] of entries) Object.defineProperty(made, key, { value, writable: true, enumerable: true, configurable: true })
  return made
}

function hasOwn(owner: object, key: PropertyKey): boolean {
  return Object.getOwnPropertyDescriptor(Object(owner), key) !== undefined
}

function replaceAll(this: string, wanted: string | RegExp, by: string): string {
  return this.replace(typeof wanted === 'string' ? new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g') : wanted, by)
}

function whenOver(this: Promise<unknown>, work?: () => unknown): Promise<unknown> {
  return this.then(
    async (value) => {
      await work?.()
      return value
    },
    async (failure) => {
      await work?.()
      throw failure
    },
  )
}

/** Where it belongs, its name, and what it is there. */
export const fills = [
  [Array.prototype, 'at', at],
  [Array.prototype, 'flat', flat],
  [Array.prototype, 'flatMap', flatMap],
  [Object, 'fromEntries', fromEntries],
  [Object, 'hasOwn', hasOwn],
  [String.prototype, 'replaceAll', replaceAll],
  [Promise.prototype, 'finally', whenOver],
] as const

for (const [owner, name, value] of fills) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}
