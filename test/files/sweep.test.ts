/** The sweep of files: one that cannot go holds up no other, and a full folder is walked once. */
import { dayMs } from '#shared/kernel/day'
import type { FileTicketStore } from '../../cloudfunctions/files/store'
import { fileSweep } from '../../cloudfunctions/files/sweep'
import { filesInMemory } from './files-in-memory'

afterEach(() => jest.restoreAllMocks())

const idOf = (n: number) => String(n).padStart(16, '0')

it('a file that cannot go is said and holds up neither the others nor the counts of days gone by; the folder is listed once', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const files = filesInMemory()
  for (let n = 0; n < 250; n += 1) await files.put(idOf(n), Buffer.from('x'))
  const remove = files.remove
  jest.spyOn(files, 'remove').mockImplementation(async (id) => {
    if (id === idOf(0)) throw new Error('held by another')
    return remove(id)
  })
  const list = jest.spyOn(files, 'listBefore')
  const findTickets = jest.fn(async () => new Map())
  const removeBegun = jest.fn(async () => undefined)
  const fileTickets: Pick<FileTicketStore, 'listUnused' | 'removeTickets' | 'findTickets' | 'removeBegun'> = {
    listUnused: async () => [],
    removeTickets: async () => undefined,
    findTickets,
    removeBegun,
  }
  await fileSweep({ files, fileTickets })(40 * dayMs)
  expect(said.mock.calls.join('')).toContain('held by another')
  expect((await files.listBefore(0)).map(({ id }) => id)).toEqual([idOf(0)])
  expect(list).toHaveBeenCalledTimes(2)
  expect(findTickets).toHaveBeenCalledTimes(3)
  expect(removeBegun).toHaveBeenCalledTimes(1)
})
