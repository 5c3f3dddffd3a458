/** Files where nothing but their port is looked at: bytes under ids, addresses that lead nowhere. */
import { type Files, FileTooLarge } from '../../cloudfunctions/runtime/files'

export function filesInMemory(): Files {
  const held = new Map<string, Buffer>()
  return {
    put: async (id, bytes) => void held.set(id, bytes),
    async get(id, atMost) {
      const bytes = held.get(id)
      if (bytes !== undefined && bytes.length > atMost) throw new FileTooLarge(id)
      return bytes
    },
    remove: async (id) => held.delete(id),
    ticketFor: async (id) => ({ address: `https://files.example/send/${id}`, headers: {} }),
    addressOf: async (id) => (held.has(id) ? `https://files.example/fetch/${id}` : undefined),
    hasRoomFor: async () => true,
    sizeOf: async (id) => held.get(id)?.length,
    listBefore: async () => [...held.keys()].map((id) => ({ id, putAt: 0 })),
  }
}
