/** Where a copy is made and unpacked: a hidden folder beside the place, so that the last step is one rename. */
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failureCode } from './archive-refused'

/** Gone afterwards, however it ends. */
export async function withStage<Result>(place: string, name: string, work: (stage: string) => Promise<Result>): Promise<Result> {
  const stage = mkdtempSync(join(place, `.${name}.`))
  try {
    return await work(stage)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

export function moveInto(target: string, unpacked: string): void {
  // Windows renames over nothing; where something came in meanwhile, this fails and all stays as it was.
  if (existsSync(target)) rmdirSync(target)
  renameSync(unpacked, target)
  syncFolder(dirname(target))
}

export function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((found) => found.isDirectory())
  return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))]
}

/** A new name is on disk when its folder is. Windows cannot sync a folder and does not need to. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } catch (error) {
    // Some sticks and network folders cannot either; the copy is there all the same.
    if (!/^(EINVAL|ENOTSUP|EOPNOTSUPP|EPERM)$/.test(failureCode(error))) throw error
  } finally {
    closeSync(fd)
  }
}
