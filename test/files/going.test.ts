/** What is fetched at once by many is bounded before it is read. */
import { type IncomingMessage, ServerResponse } from 'node:http'
import { openFileRoutes } from '../../cloudfunctions/doors/file-routes'
import type { FileTicketStore } from '../../cloudfunctions/files/store'
import { sayAddress } from '../../cloudfunctions/runtime/file-address'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { newVillage } from '../village/village'
import { filesInMemory } from './files-in-memory'

it('of three hundred who fetch five megabytes at once, no more are read than may go out', async () => {
  const village = await newVillage()
  const keys = openLocalKeys(village.folder)
  const files = filesInMemory()
  const id = '0000000000000001'
  await files.put(id, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4_999_991)]))
  const read = jest.spyOn(files, 'get')
  const fileTickets: Pick<FileTicketStore, 'findTicket'> = { findTicket: async () => undefined }
  const answer = openFileRoutes({ files, fileTickets, keys, clock: village.clock })
  const address = sayAddress(keys, { use: 'fetch', id, until: village.clock.now() + 60_000 })
  // Of a request the route reads these two and no more.
  const asked = { method: 'GET', headers: {} } as IncomingMessage
  const answers = await Promise.all(Array.from({ length: 300 }, () => answer(asked, new ServerResponse(asked), address)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(12)
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(288)
  expect(read).toHaveBeenCalledTimes(12)
  await village.close()
})
