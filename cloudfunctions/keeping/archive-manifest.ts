/** What a copy says about itself: `manifest.json`, always the first entry of the archive. */
import * as z from 'zod'
import { ArchiveRefused } from './archive-refused'

export const manifestName = 'manifest.json'
export const storeName = 'store.db'
export const filesName = 'files'

/** A name that means the same on every system: no way up, no drive, no control characters. */
const plainName = /^[^\p{Cc}\\/:]+$/u

/** The store, or something below `files/`. Nothing else ever enters a copy, and nothing else leaves one. */
export function isEntryPath(path: string): boolean {
  if (path === storeName) return true
  const [first, ...rest] = path.split('/')
  return first === filesName && rest.length > 0 && rest.every((name) => plainName.test(name) && name !== '.' && name !== '..')
}

const entry = z.strictObject({
  path: z.string().refine(isEntryPath),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const manifest = z.strictObject({
  format: z.literal(1),
  /** schema number of the program that wrote the store */
  schema: z.int().nonnegative(),
  /** ms */
  madeAt: z.int().nonnegative(),
  /** rows per collection */
  counts: z.record(z.string(), z.int().nonnegative()),
  files: z
    .array(entry)
    .refine((files) => new Set(files.map(({ path }) => path)).size === files.length)
    .refine((files) => files.some(({ path }) => path === storeName)),
})

export type Manifest = z.output<typeof manifest>
export type ManifestEntry = z.output<typeof entry>

/** Asked first, so that a later format is told from a foreign file. */
const anyFormat = z.looseObject({ format: z.int().positive(), madeAt: z.int() })

/** Throws `ArchiveRefused`. */
export function parseManifest(text: string, from: string): Manifest {
  const json = parseJson(text)
  const head = anyFormat.safeParse(json)
  if (head.success && head.data.format > 1) throw new ArchiveRefused('NEWER_FORMAT', from)
  const whole = manifest.safeParse(json)
  if (!whole.success) throw new ArchiveRefused('NOT_A_BACKUP', from)
  return whole.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
