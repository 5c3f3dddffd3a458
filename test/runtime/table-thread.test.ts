import { rowOf, type Sheet } from '#shared/kernel/table'
import { base64Table } from '../../cloudfunctions/runtime/late-table'
import { openTableThread, type TableThread } from '../../cloudfunctions/runtime/table-thread'
import { readTable } from '../themeday/read-table'

const sheet = (name: string): Sheet => ({ name, columnWidths: [10, 10], rows: [rowOf('line', [], [name, 7])] })
const cells = (base64: string) => readTable(Buffer.from(base64, 'base64'))

let thread: TableThread
beforeAll(() => {
  thread = openTableThread()
})
afterAll(() => thread.close())

it('writes what the program itself would write, each asker their own', async () => {
  const names = ['登记册', '收支表', '核定表']
  const written = await Promise.all(names.map((name) => thread.writeTable([sheet(name)])))
  for (const [place, name] of names.entries()) {
    expect(cells(written[place] ?? '')).toEqual(cells(await base64Table([sheet(name)])))
  }
})

it('says what cannot be written, and goes on with the next', async () => {
  const spoiled = thread.writeTable([sheet('a/b')])
  const next = thread.writeTable([sheet('收据')])
  await expect(spoiled).rejects.toThrow()
  expect(cells(await next)).toHaveLength(2)
})

it('begins anew where it was ended', async () => {
  await thread.close()
  expect(cells(await thread.writeTable([sheet('收据')]))).toHaveLength(2)
})
