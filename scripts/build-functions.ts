/**
 * Builds the cloud functions into dist/cloudfunctions/{api,jobs}: each one file with nothing left to install, and beside it what is too
 * large to be loaded at every start. They are not minified: a line number in the cloud's log is to lead somewhere, and loading is not faster for it.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { version } from '../package.json'

const root = path.resolve(__dirname, '..')
const out = path.join(root, 'dist/cloudfunctions')

/** WeChat's server calls that each function may make; WeChat refuses any other. */
const openapi: Readonly<Record<string, readonly string[]>> = { api: [], jobs: [] }

/** Resolves what the SDK brings along as the SDK itself would. */
const ofSdk = createRequire(createRequire(__filename).resolve('@cloudbase/node-sdk'))

/** Files beside the function, loaded when they are first needed: the table of first letters, the writer of tables, and what the SDK brings along for calls of others. No module of the bundle may be required by such a name. */
const later: Readonly<Record<string, string>> = {
  pinyin: path.join(root, 'cloudfunctions/members/pinyin.ts'),
  tickets: ofSdk.resolve('jsonwebtoken'),
  table: path.join(root, 'cloudfunctions/runtime/table.ts'),
  xml: ofSdk.resolve('xml2js'),
  'sdk-models': ofSdk.resolve('@cloudbase/wx-cloud-client-sdk'),
  'sdk-ai': ofSdk.resolve('@cloudbase/ai'),
  'sdk-app': ofSdk.resolve('@cloudbase/app'),
}

/** What stands in the function in the place of the SDK's. */
const instead = {
  jsonwebtoken: path.join(root, 'scripts/functions/late-tickets.ts'),
  xml2js: path.join(root, 'scripts/functions/late-xml.ts'),
  '@cloudbase/wx-cloud-client-sdk': path.join(root, 'scripts/functions/late-models.ts'),
  '@cloudbase/ai': path.join(root, 'scripts/functions/late-ai.ts'),
  '@cloudbase/app': path.join(root, 'scripts/functions/late-app.ts'),
}

const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' } as const

function fail(reason: string): never {
  console.error(`build:functions failed: ${reason}`)
  process.exit(1)
}

const sizes = Object.entries(openapi).map(([name, calls]) => {
  const folder = path.join(out, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, 'index.js')
  const { metafile } = buildSync({
    ...common,
    entryPoints: [path.join(root, 'cloudfunctions/doors', `${name}.ts`)],
    outfile,
    metafile: true,
    alias: instead,
    external: Object.keys(later).map((file) => `./${file}`),
    // A file beside the function is found by require(); import() would want its whole name.
    supported: { 'dynamic-import': false },
  })
  for (const [file, source] of Object.entries(later)) {
    buildSync({ ...common, entryPoints: [source], outfile: path.join(folder, `${file}.js`) })
  }
  const [built] = Object.values(metafile.outputs)
  const left = (built?.imports ?? [])
    .map(({ path: wanted }) => wanted.replace(/^node:/, ''))
    .filter((wanted) => !builtinModules.includes(wanted) && later[wanted.replace(/^\.\//, '')] === undefined)
  if (left.length > 0) fail(`${name} would look for ${left.join(', ')} in the cloud, and nothing is installed there`)
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true, main: 'index.js' }, null, 2)}\n`)
  writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify({ permissions: { openapi: calls } }, null, 2)}\n`)
  const loaded: unknown = existsSync(outfile) ? createRequire(outfile)(outfile) : undefined
  const isDoor = typeof loaded === 'object' && loaded !== null && 'main' in loaded && typeof loaded.main === 'function'
  if (!isDoor) fail(`dist/cloudfunctions/${name}/index.js has no main`)
  return `${name} ${Math.round((built?.bytes ?? 0) / 1024)} KB`
})
console.log(`build:functions ready: ${sizes.join(', ')} in dist/cloudfunctions`)
