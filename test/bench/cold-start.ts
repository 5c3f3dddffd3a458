/**
 * What a cold instance of the cloud function `api` costs: reading it in, against reading in the SDK that every such function
 * needs, each in a process of its own; and its size, against the least that SDK and zod come to.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { script } from '../../scripts/steps'
import { type Judged, judgeRatios } from './report'

const rounds = 7
/** Another program's turn on the machine makes a load longer, never shorter: of so many the shortest counts. */
const loadsARound = 3
const root = join(__dirname, '../..')
const api = join(root, 'dist/cloudfunctions/api/index.js')

/** `base` is a folder that goes away after. */
export function judgeColdStart(base: string): readonly Judged[] {
  const { command, args } = script('build-functions.ts')
  execFileSync(command, args, { cwd: root })
  const sdk = createRequire(__filename).resolve('@cloudbase/node-sdk')
  // The first process of each finds nothing in the machine's memory, and says more about its disk.
  for (const file of [api, sdk]) loadMs(file)
  const loading = Array.from({ length: rounds }, () => {
    const turns = Array.from({ length: loadsARound }, () => [loadMs(api), loadMs(sdk)] as const)
    return Math.min(...turns.map(([own]) => own)) / Math.min(...turns.map(([, bare]) => bare))
  })
  const size = packedSize(api) / packedSize(bareBundle(base))
  return [
    judgeRatios('cold', 'load of api ÷ of the SDK unbundled', loading, { atMost: 0.7 }),
    judgeRatios('cold', 'size of api ÷ of SDK and zod alone', [size], { atMost: 1.15 }),
  ]
}

function loadMs(file: string): number {
  const measure = 'const started = performance.now(); require(process.argv[1]); process.stdout.write(String(performance.now() - started))'
  return Number(execFileSync(process.execPath, ['-e', measure, file], { cwd: root, encoding: 'utf8' }))
}

const packedSize = (file: string) => gzipSync(readFileSync(file)).length

/** What uses of both as little as can be, bundled as the functions are. */
function bareBundle(base: string): string {
  const outfile = join(base, 'bare.js')
  const contents = `import { init } from '@cloudbase/node-sdk'
import * as z from 'zod'
export const main = (event) => [init({}), z.strictObject({ action: z.string() }).safeParse(event)]`
  buildSync({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  })
  return outfile
}
