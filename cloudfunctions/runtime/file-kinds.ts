/** What may be kept as a file: how large, and what its first bytes must say. A name or a type said by the sender counts nothing. */

export type FileKind = 'roster' | 'photo' | 'voice' | 'attachment'
export type FileFormat = 'zip' | 'jpeg' | 'png' | 'mp3' | 'aac' | 'm4a' | 'pdf'

export const largestBytes: Readonly<Record<FileKind, number>> = {
  roster: 5_000_000,
  photo: 2_000_000,
  voice: 600_000,
  attachment: 5_000_000,
}

/** Sheets and documents of Office are zips; whether one is the sheet we want is found out by whoever reads it. */
const formatsOf: Readonly<Record<FileKind, readonly FileFormat[]>> = {
  roster: ['zip'],
  photo: ['jpeg', 'png'],
  voice: ['mp3', 'aac', 'm4a'],
  attachment: ['pdf', 'zip', 'jpeg', 'png'],
}

export type FileVerdict = 'fits' | 'empty' | 'tooLarge' | 'foreign'

export function judgeFile(kind: FileKind, bytes: Uint8Array): FileVerdict {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > largestBytes[kind]) return 'tooLarge'
  const format = formatOf(bytes)
  return format !== undefined && formatsOf[kind].includes(format) ? 'fits' : 'foreign'
}

/** Told by the first dozen bytes. */
export function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const [first = 0, second = 0] = bytes
  if (begins(bytes, 0, 'PK\x03\x04')) return 'zip'
  if (begins(bytes, 0, '%PDF-')) return 'pdf'
  if (begins(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (begins(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  // A container that may hold a film as well; the brands of a phone's recorder, and 600 KB, keep films out.
  if (begins(bytes, 4, 'ftyp')) return ['M4A ', 'mp42', 'isom'].some((brand) => begins(bytes, 8, brand)) ? 'm4a' : undefined
  if (begins(bytes, 0, 'ID3')) return 'mp3'
  // Eleven set bits begin a frame of sound; two bits further on name the layer: none for AAC, the third for MP3.
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac'
  if (first === 0xff && (second & 0xe6) === 0xe2) return 'mp3'
  return undefined
}

/** `mark` is of characters up to 255, one a byte. */
function begins(bytes: Uint8Array, at: number, mark: string): boolean {
  return [...mark].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}
