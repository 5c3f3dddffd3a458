/**
 * The last bytes of a copy: its seal, then its sum. Each is an empty gzip member with a comment, so that every other program
 * still unpacks the file.
 *
 * The sum is the SHA-256 of all bytes before it. gzip alone lets some flipped bits pass, because one text can be packed in many
 * ways; a stick that flips bits should be found out even then. The seal is an HMAC over the SHA-256 of all bytes before it, under
 * a key that is never in a copy: whoever changes a copy can make every sum in it anew, but not the seal.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Keys } from '../runtime/keys'

export type ArchiveKeys = Keys<'archive'>

const hexLength = 64
/** gzip, deflate, with a comment, no time, unknown system */
const begins = Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff])
/** The comment's end, an empty deflate block, checksum and length of nothing. */
const ends = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])

function markNamed(name: string) {
  const head = Buffer.concat([begins, Buffer.from(`${name} `)])
  const bytes = head.length + hexLength + ends.length
  const of = (hex: string) => Buffer.concat([head, Buffer.from(hex), ends])
  /** The mark at the very end of these bytes; a mark that was harmed is one, too. */
  const lastIn = (found: Buffer) => {
    const mark = found.subarray(-bytes)
    return mark.length === bytes && mark.subarray(0, head.length).equals(head) ? mark : undefined
  }
  return { bytes, of, lastIn }
}

const seal = markNamed('hmac-sha256')
const sum = markNamed('sha256')

export const sumOf = (sha256: string): Buffer => sum.of(sha256)

/** `body` is the SHA-256 of everything before the seal. */
export const sealOf = (keys: ArchiveKeys, body: string): Buffer => seal.of(keys.hmac('archive', body).toString('hex'))

/** What a copy whose sum is right says about itself. */
export interface Marks {
  /** SHA-256 of everything before seal and sum */
  readonly body: string
  /** absent from copies that were made without keys */
  readonly seal?: Buffer
  /** SHA-256 of the file to its last byte, by which it is known again */
  readonly file: string
}

/** `none` on a file that was cut exactly before its sum, and on files of others. */
export async function readMarks(file: string): Promise<Marks | 'broken' | 'none'> {
  const { size } = statSync(file)
  const tail = await bytesFrom(file, Math.max(0, size - seal.bytes - sum.bytes))
  const foundSum = sum.lastIn(tail)
  if (foundSum === undefined) return 'none'
  const foundSeal = seal.lastIn(tail.subarray(0, -sum.bytes))
  const marked = foundSeal === undefined ? sum.bytes : seal.bytes + sum.bytes
  if (size <= marked) return 'none'
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: size - marked - 1 })) hash.update(chunk)
  const body = hash.copy().digest('hex')
  if (foundSeal !== undefined) hash.update(foundSeal)
  if (!foundSum.equals(sumOf(hash.copy().digest('hex')))) return 'broken'
  const known = { body, file: hash.update(foundSum).digest('hex') }
  return foundSeal === undefined ? known : { ...known, seal: foundSeal }
}

export type SealSays = 'holds' | 'wrong' | 'none'

/** Compared in a time that tells nothing about how much of it was right. */
export function checkSeal({ body, seal: found }: Marks, keys: ArchiveKeys): SealSays {
  if (found === undefined) return 'none'
  return timingSafeEqual(found, sealOf(keys, body)) ? 'holds' : 'wrong'
}

async function bytesFrom(file: string, position: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const most = seal.bytes + sum.bytes
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
