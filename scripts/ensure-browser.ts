/**
 * Finds a Chromium and a Chinese font for the journeys, or gets them: from Debian's packages where that is possible, else by
 * Playwright's own download. Where neither works it fails with one sentence on what to do.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a browser, if there is one. */
export function findBrowser(): string | undefined {
  const own = chromium.executablePath()
  return [...places, own].find((place): place is string => place !== undefined && place !== '' && existsSync(place))
}

/** Fontconfig tells on Linux; other systems bring Chinese fonts of their own. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const

/** Whether Debian had them all. */
function install(...names: readonly string[]): boolean {
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options).status === 0
}

function installMissing(): void {
  execFileSync('apt-get', ['update', '-qq'], options)
  // Without its window the browser opens pages in two thirds of the time; older Debians have it only whole.
  if (findBrowser() === undefined) install('chromium-headless-shell') || install('chromium')
  if (!hasChineseFont()) install('fonts-noto-cjk', 'fontconfig')
}

export function ensureBrowser(): string {
  const isMissing = findBrowser() === undefined || !hasChineseFont()
  if (isMissing && canInstallPackages()) installMissing()
  if (findBrowser() === undefined) {
    spawnSync(process.execPath, [require.resolve('playwright-core/cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
  }
  const browser = findBrowser()
  if (browser === undefined || !hasChineseFont()) {
    throw new Error(
      'The journeys need Chromium and a Chinese font: install both (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.',
    )
  }
  return browser
}
