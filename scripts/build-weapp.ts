/**
 * Builds the mini-program into dist/client/weapp. Taro answers 0 even when nothing was built, so what came out is looked at.
 * Where it belongs is said in the environment: LIANXIN_API (a private deployment), or LIANXIN_CLOUD (an environment's id)
 * and LIANXIN_ORIGIN (what printed codes begin with).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const out = path.join(root, 'dist/client/weapp')
const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')

function fail(reason: string): never {
  console.error(`build:weapp failed: ${reason}`)
  process.exit(1)
}

for (const name of ['LIANXIN_API', 'LIANXIN_ORIGIN']) {
  const given = process.env[name] ?? ''
  if (given !== '' && !/^https:\/\/[^/]+$/.test(given))
    fail(`${name} must be https://, a host, and nothing after it; WeChat calls no other`)
}

rmSync(out, { recursive: true, force: true })
const built = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp', '--no-check'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TARO_ENV: 'weapp', NODE_ENV: process.env.NODE_ENV ?? 'production' },
})

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

const app = path.join(out, 'app.json')
if (built.status !== 0 || !existsSync(app)) fail('dist/client/weapp has no app.json; the reason stands above')
const { pages, subPackages }: AppJson = JSON.parse(readFileSync(app, 'utf8'))
const routes = [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))]
const missing = routes
  .flatMap((route) => ['js', 'json', 'wxml'].map((kind) => `${route}.${kind}`))
  .filter((file) => !existsSync(path.join(out, file)))
if (missing.length > 0) fail(`dist/client/weapp lacks ${missing.join(', ')}; the reason stands above`)

// The copy WeChat's tools find when only this folder is opened: there are no functions in it.
const copied = path.join(out, 'project.config.json')
const { cloudfunctionRoot: _, ...settings }: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(copied, 'utf8'))
writeFileSync(copied, `${JSON.stringify(settings, null, 2)}\n`)
console.log(`build:weapp ready: ${routes.length} pages in dist/client/weapp`)
