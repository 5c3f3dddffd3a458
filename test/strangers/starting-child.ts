/** What `npm start` does once the pages are there. */
import { readOptions, runLocal } from '../../cloudfunctions/doors/local'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const running = await runLocal(readOptions(process.argv.slice(2)), 'no-pages', say)
  process.on('SIGTERM', () => {
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  // Last: whoever hears it may end the program at once.
  say(`ready ${running.url}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
