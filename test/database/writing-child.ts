/**
 * A program of its own that writes pairs until it is killed, and prints each pair's id once it was told that the
 * pair is on disk. Arguments: the data folder, and a prefix for the ids of this run.
 */
import { FolderInUse } from '../../cloudfunctions/runtime/database'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { lefts, pairCollections, rights } from './pairs'

const [, , folder = '', run = ''] = process.argv
const callers = 16
const text = 'x'.repeat(500)

async function write(caller: number): Promise<void> {
  for (let n = 0; ; n++) {
    const half = { _id: `${run}-${caller}-${n}`, v: 1, text }
    await db.transact(async (tx) => {
      await tx.insert(lefts, half)
      await tx.insert(rights, half)
    })
    process.stdout.write(`${half._id}\n`)
  }
}

function open() {
  try {
    return openEmbeddedDatabase({ folder, collections: pairCollections, schema: 1 })
  } catch (error) {
    process.stdout.write(error instanceof FolderInUse ? 'FolderInUse\n' : `${error}\n`)
    process.exit(1)
  }
}

const db = open()
for (let caller = 0; caller < callers; caller++) void write(caller)
