/** Builds the H5 app into dist/client/h5. Taro answers 0 even when nothing was built, so what came out is looked at. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const out = path.join(root, 'dist/client/h5')
const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')

rmSync(out, { recursive: true, force: true })
const built = spawnSync(process.execPath, [taro, 'build', '--type', 'h5', '--no-check'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
})

const scripts = existsSync(path.join(out, 'js')) ? readdirSync(path.join(out, 'js')).filter((name) => name.endsWith('.js')) : []
const isWhole = built.status === 0 && existsSync(path.join(out, 'index.html')) && scripts.length > 0
if (!isWhole) {
  console.error('build:h5 failed: dist/client/h5 has no index.html or no scripts; the reason stands above')
  process.exit(1)
}
// To the letter: a bundler would write it newer than the browsers it is for.
copyFileSync(path.join(root, 'client/old-browser.js'), path.join(out, 'old-browser.js'))
console.log(`build:h5 ready: ${scripts.length} scripts in dist/client/h5`)
