/**
 * The last bytes of a copy: the SHA-256 of all bytes before them. gzip alone lets some flipped bits pass, because one
 * text can be packed in many ways; a stick that flips bits should be found out even then. The seal is an empty gzip
 * member with a comment, so that every other program still unpacks the file.
 */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** gzip, deflate, with a comment, no time, unknown system */
const head = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff]), Buffer.from('sha256 ')])
/** The comment's end, an empty deflate block, checksum and length of nothing. */
const tail = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
const hexLength = 64
const sealBytes = head.length + hexLength + tail.length

export function sealOf(sha256: string): Buffer {
  return Buffer.concat([head, Buffer.from(sha256), tail])
}

/** `none` on a file that was cut exactly before its seal, and on files of others. */
export async function checkSeal(file: string): Promise<'holds' | 'broken' | 'none'> {
  const before = statSync(file).size - sealBytes
  if (before <= 0) return 'none'
  const found = await bytesFrom(file, before)
  if (!found.subarray(0, head.length).equals(head)) return 'none'
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: before - 1 })) hash.update(chunk)
  return found.equals(sealOf(hash.digest('hex'))) ? 'holds' : 'broken'
}

async function bytesFrom(file: string, position: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sealBytes), 0, sealBytes, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
