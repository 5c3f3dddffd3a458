/** Stands for `xml2js` in a function: the SDK reads the storage's answers with it, and no call but one about files has any. */
type Read = (text: string, done: (problem: unknown, read: unknown) => void) => void

interface Xml {
  readonly parseString: Read
}

const xml = (): Xml => require('./xml')

export const parseString: Read = (text, done) => xml().parseString(text, done)
