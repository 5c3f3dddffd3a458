/** A paper is chosen on the least phone, whose files cannot be read by a method of their own. */
import { papers } from '../../client/kernel/papers.h5'

const { arrayBuffer } = Blob.prototype
const { document: before } = globalThis

afterEach(() => {
  Blob.prototype.arrayBuffer = arrayBuffer
  globalThis.document = before
})

it('a file is read where Blob has no arrayBuffer', async () => {
  const input = Object.assign(new EventTarget(), {
    files: [new File(['决议'], '决议.pdf')],
    click: () => input.dispatchEvent(new Event('change')),
  })
  Object.assign(globalThis, { document: { createElement: () => input } })
  Reflect.deleteProperty(Blob.prototype, 'arrayBuffer')
  const paper = await papers.pick()
  expect(paper?.name).toBe('决议.pdf')
  expect(new TextDecoder().decode(paper?.bytes)).toBe('决议')
})
