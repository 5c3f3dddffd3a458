/** An Excel file as a reader sees it, taken apart by hand: what a library writes is not to be believed by the same library. */
import { inflateRawSync } from 'node:zlib'

export interface ReadCell {
  /** `B4` */
  readonly at: string
  readonly kind: 'text' | 'number'
  readonly value: string
}

/** The cells of a sheet (1 for the first) that hold something, in order. */
export function readTable(file: Buffer, number = 1): readonly ReadCell[] {
  const parts = unpack(file)
  const sheet = parts.get(`xl/worksheets/sheet${number}.xml`) ?? ''
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((found) =>
    unescaped(found[1]),
  )
  return [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>/]*)>(.*?)<\/c>/g)].map(([, at = '', given = '', inside = '']) => {
    const value = /^<v>([^<]*)<\/v>$/.exec(inside)?.[1]
    if (value === undefined) throw new Error(`${at} holds more than a value: ${inside}`)
    return given.includes('t="s"') ? { at, kind: 'text', value: strings[Number(value)] ?? '' } : { at, kind: 'number', value }
  })
}

/** The values of each row, as texts. */
export function rowsOf(cells: readonly ReadCell[]): readonly (readonly string[])[] {
  const rows = new Map<string, string[]>()
  for (const { at, value } of cells) {
    const row = at.replace(/^[A-Z]+/, '')
    rows.set(row, [...(rows.get(row) ?? []), value])
  }
  return [...rows.values()]
}

/** Every file of a zip archive, found by the table at its end. */
export function unpack(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = archive.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const head = archive.readUInt32LE(at + 42)
    const from = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28)
    const packed = archive.subarray(from, from + size)
    const bytes = archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    files.set(archive.toString('utf8', at + 46, at + 46 + (name ?? 0)), bytes.toString('utf8'))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

function unescaped(xml = ''): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
