/** Addresses of files on one machine: good for one use, one file and a while, and nobody can make one up. */
import { timingSafeEqual } from 'node:crypto'
import type { Keys } from './keys'

export type FileUse = 'send' | 'fetch'

export interface FileAddress {
  readonly use: FileUse
  readonly id: string
  /** ms */
  readonly until: number
}

const shape = /^\/files\/(send|fetch)\/([0-9a-z]{16})\/([0-9]{1,15})\/([0-9A-Za-z_-]{43})$/

/** No network address begins like this, so that the key serves both. */
const markOf = (keys: Keys, { use, id, until }: FileAddress) => keys.hmac('address', `file ${use} ${id} ${until}`)

export function sayAddress(keys: Keys, address: FileAddress): string {
  const { use, id, until } = address
  return `/files/${use}/${id}/${until}/${markOf(keys, address).toString('base64url')}`
}

/** Nothing for a path that we did not make, that is for another use, or that is over. */
export function readAddress(keys: Keys, path: string, use: FileUse, now: number): FileAddress | undefined {
  const [, saidUse, id, until, mark] = shape.exec(path) ?? []
  if (saidUse !== use || id === undefined || until === undefined || mark === undefined) return undefined
  const address = { use, id, until: Number(until) }
  const given = Buffer.from(mark, 'base64url')
  const made = markOf(keys, address)
  return given.length === made.length && timingSafeEqual(given, made) && now < address.until ? address : undefined
}
