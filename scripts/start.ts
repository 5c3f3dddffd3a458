/** `npm start`: builds the pages where they are older than their sources, then serves everything. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readOptions, runLocal } from '../cloudfunctions/doors/local'

const h5Folder = join(__dirname, '../dist/client/h5')

const say = (line: string) => process.stdout.write(`${line}\n`)

function newestIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}

/** Sources are the client, what it shares with the cloud, and the build's own configuration. */
function isStale(): boolean {
  const page = join(h5Folder, 'index.html')
  if (!existsSync(page)) return true
  const newest = Math.max(...['client', 'shared', 'config'].map(newestIn), statSync('package-lock.json').mtimeMs)
  return newest > statSync(page).mtimeMs
}

/** npm hands a SIGTERM to the shell between it and this program, and the shell keeps it: the parent's end is the signal. */
function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(), 500).unref()
}

async function main(): Promise<void> {
  // A closed window, or a file on a disk that is full: what the program says is beside what it keeps.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const options = readOptions(process.argv.slice(2))
  if (isStale()) {
    say('第一次打开要准备页面，大约半分钟…')
    const built = spawnSync(process.execPath, [...process.execArgv, join(__dirname, 'build-h5.ts')], { stdio: 'inherit' })
    if (built.status !== 0) throw new Error('页面没有准备好，原因在上面')
  }
  const running = await runLocal(options, h5Folder, say)
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  endWithNpm(end)
  // Last: whoever hears it may end the program at once.
  say(`ready ${running.url}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
