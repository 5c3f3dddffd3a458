/** Bytes through gzip, one way or the other. */
import type { Readable, Transform } from 'node:stream'

/** Not `pipeline`: where the consumer throws, that one may report its own abort instead of what was thrown. */
export async function* through(source: Readable, transform: Transform): AsyncGenerator<Buffer> {
  source.on('error', (error) => transform.destroy(error))
  try {
    for await (const chunk of source.pipe(transform)) yield Buffer.from(chunk)
  } finally {
    source.destroy()
    transform.destroy()
  }
}
