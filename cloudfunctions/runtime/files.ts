/**
 * The port for stored files. A file is bytes under an id that `Chance` made; what it is, whose it is and whether anybody
 * uses it is written in documents. Phones send and fetch bytes by address, past the doors, whose bodies are small.
 */
import { minuteMs } from '#shared/kernel/day'
import { OutOfBounds } from './database'

/** How long an address to send to holds at least; the cloud's own holds longer. */
export const ticketMs = 10 * minuteMs

export interface SendTicket {
  /** complete in the cloud; a path of our own door on one machine */
  readonly address: string
  /** to be sent along with a PUT of the bare bytes */
  readonly headers: Readonly<Record<string, string>>
}

export interface Files {
  /** Replaces what lies under that id. On disk when it resolves. */
  put(id: string, bytes: Buffer): Promise<void>
  /** Throws `FileTooLarge` before it has read more than `atMost` bytes: nobody checked what was sent by ticket. */
  get(id: string, atMost: number): Promise<Buffer | undefined>
  /** In bytes, without reading them; nothing when there is no such file, or where phones fetch past us (the cloud). */
  sizeOf(id: string): Promise<number | undefined>
  /** false when there was no such file */
  remove(id: string): Promise<boolean>
  /** For whoever may send this one file; the cloud says itself for how long, one machine for ten minutes. */
  ticketFor(id: string): Promise<SendTicket>
  /** Where the bytes can be fetched for a while; nothing when there are none. */
  addressOf(id: string, forMs: number): Promise<string | undefined>
  /** Whether so many bytes more leave room enough for everything else; the cloud's storage has no end. */
  hasRoomFor(bytes: number): Promise<boolean>
  /** What was put before that moment. The cloud tells none: nothing comes there without being written down. */
  listBefore(instant: number): Promise<readonly FoundFile[]>
}

export interface FoundFile {
  readonly id: string
  readonly putAt: number
}

export class FileTooLarge extends Error {
  constructor(id: string) {
    super(`the file ${id} is larger than it may be`)
  }
}

/** Small letters and digits only: on some disks names differing in case are one, and others keep `con` for themselves. */
const fileId = /^[0-9a-z]{16}$/

export const isFileId = (name: string): boolean => fileId.test(name)

/** Throws `OutOfBounds`. */
export function checkFileId(id: string): void {
  if (!isFileId(id)) throw new OutOfBounds('the id of a file has 16 small letters and digits')
}
