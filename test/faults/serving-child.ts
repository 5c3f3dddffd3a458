/** A door in a program of its own, so that it can be killed. Argument: its data folder. Prints its address when it serves. */
import { join } from 'node:path'
import { openLocalDoor } from '../../cloudfunctions/doors/local-door'

const [, , folder = ''] = process.argv
const noLimit = { burst: 1e9, perSecond: 1e9 }

openLocalDoor({ folder, h5: join(folder, 'no-pages'), port: 0, limits: { session: noLimit, address: noLimit } }).then(
  ({ url }) => process.stdout.write(`${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  },
)
