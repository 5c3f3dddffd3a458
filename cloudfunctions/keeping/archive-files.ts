/** Which files a copy takes along: all but those that somebody sent and nothing uses, as the copied store says. */
import { fileTickets } from '../files/store'
import { idsLacking } from '../runtime/embedded-look'
import { filesName } from './archive-manifest'
import { listFiles, type Source } from './archive-pack'

/** `store` is the copy, not the running store: what is used since then is not used there. */
export async function filesToKeep(folder: string, store: string): Promise<readonly Source[]> {
  const unused = idsLacking(store, fileTickets, 'usedAt')
  return (await listFiles(folder)).filter(({ path }) => !unused.has(path.slice(`${filesName}/`.length)))
}
