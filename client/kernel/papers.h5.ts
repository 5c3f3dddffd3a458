/** The browser's side of choosing and opening a file. */
import type { Paper, Papers } from './ports'

const accepted = '.jpg,.jpeg,.png,.pdf,.docx,.xlsx'

async function pick(): Promise<Paper | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accepted
  const file = await new Promise<File | undefined>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  // Read as an answer is: a file has no `arrayBuffer` of its own before iOS 14.
  return file && { name: file.name, bytes: await new Response(file).arrayBuffer() }
}

export const papers: Papers = {
  pick,
  open: async (_, address) => window.open(address, '_blank', 'noopener') !== undefined,
}
