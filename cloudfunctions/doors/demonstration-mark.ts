/** A data folder that holds a demonstration says so, so that it is never taken for a real one nor a real one for it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileName = 'demo.json'

export const isMarked = (folder: string): boolean => existsSync(join(folder, fileName))

export function wasLaidOn(folder: string, day: string): boolean {
  return isMarked(folder) && readFileSync(join(folder, fileName), 'utf8').includes(`"${day}"`)
}

export function mark(folder: string, day: string): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify({ laidOn: day })}\n`)
}

export function unmark(folder: string): void {
  rmSync(join(folder, fileName), { force: true })
}
