/** Files in CloudBase's storage, which is closed to clients: bytes come and go by addresses that the cloud signs. */
import type { CloudServices } from './cloudbase-services'
import { checkFileId, type Files, FileTooLarge } from './files'

const patienceMs = 15_000

export function openCloudFiles(services: CloudServices): Files {
  /** The cloud's own name for our path; everything before the path is the same for all files. */
  let prefix: string | undefined
  async function cloudId(id: string): Promise<string> {
    const path = pathOf(id)
    if (prefix !== undefined) return prefix + path
    const { fileId } = await services.ticketFor(path)
    if (!fileId.endsWith(path)) throw new Error('the cloud names files in a way we do not know')
    prefix = fileId.slice(0, -path.length)
    return fileId
  }
  return {
    put: async (id, bytes) => services.upload(pathOf(id), bytes),
    async get(id, atMost) {
      const address = await services.addressOf(await cloudId(id), 60)
      if (address === undefined) return undefined
      const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) })
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`the cloud's storage answered ${response.status}`)
      return readAtMost(id, response, atMost)
    },
    remove: async (id) => services.remove(await cloudId(id)),
    async ticketFor(id) {
      const { address, headers } = await services.ticketFor(pathOf(id))
      return { address, headers }
    },
    addressOf: async (id, forMs) => services.addressOf(await cloudId(id), Math.ceil(forMs / 1000)),
    hasRoomFor: async () => true,
    sizeOf: async () => undefined,
    listBefore: async () => [],
  }
}

function pathOf(id: string): string {
  checkFileId(id)
  return `files/${id}`
}

async function readAtMost(id: string, { body }: Response, atMost: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > atMost) throw new FileTooLarge(id)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
