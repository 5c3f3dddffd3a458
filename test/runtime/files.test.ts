import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCloudServices } from '../../cloudfunctions/runtime/cloudbase-services'
import { OutOfBounds } from '../../cloudfunctions/runtime/database'
import { readAddress } from '../../cloudfunctions/runtime/file-address'
import { type FileKind, formatOf, judgeFile, largestBytes } from '../../cloudfunctions/runtime/file-kinds'
import { type Files, FileTooLarge } from '../../cloudfunctions/runtime/files'
import { openCloudFiles } from '../../cloudfunctions/runtime/files-cloud'
import { openLocalFiles } from '../../cloudfunctions/runtime/files-local'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { openServicesWire, type ServicesWire } from './services-wire'

const [id, other] = ['0a1b2c3d4e5f6g7h', 'zzzzzzzzzzzzzzzz']
const bytes = Buffer.from([0, 255, 10, 13, 128])
const minute = 60_000

interface Side {
  readonly files: Files
  readonly end: () => Promise<void>
}

let now = 0
const clock = { now: () => now }

async function openLocalSide(): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  const files = openLocalFiles(folder, openLocalKeys(folder), clock)
  return { files, end: async () => rmSync(folder, { recursive: true }) }
}

async function openCloudSide(): Promise<Side> {
  const wire = await openServicesWire()
  return { files: openCloudFiles(openCloudServices({ env: 'local' })), end: wire.close }
}

describe.each([
  ['on one machine', openLocalSide],
  ['in CloudBase, its SDK on a stand-in', openCloudSide],
])('files %s', (_, open) => {
  let side: Side
  beforeEach(async () => {
    side = await open()
  })
  afterEach(() => side.end())

  it('come back byte for byte, are replaced whole, and are gone when removed', async () => {
    expect(await side.files.get(id, 100)).toBeUndefined()
    await side.files.put(id, bytes)
    expect(await side.files.get(id, 5)).toEqual(bytes)
    await side.files.put(id, Buffer.from('x'))
    expect(await side.files.get(id, 5)).toEqual(Buffer.from('x'))
    expect(await side.files.get(other, 5)).toBeUndefined()
    expect([await side.files.remove(id), await side.files.remove(id)]).toEqual([true, false])
    expect(await side.files.get(id, 5)).toBeUndefined()
  })

  it('are not read when larger than they may be', async () => {
    await side.files.put(id, Buffer.alloc(300_000))
    await expect(side.files.get(id, 299_999)).rejects.toBeInstanceOf(FileTooLarge)
    expect((await side.files.get(id, 300_000))?.length).toBe(300_000)
  })

  it('have an address only when they are there', async () => {
    expect(await side.files.addressOf(id, minute)).toBeUndefined()
    await side.files.put(id, bytes)
    expect(await side.files.addressOf(id, minute)).toContain(id)
  })

  it.each(['../keys.json', '..', '', 'con', 'ZZZZZZZZZZZZZZZZ', `${id}/`, `${id}\n`, `/${id}`, 'a'.repeat(17)])(
    'are under ids of ours only, not %j',
    async (wrong) => {
      const { files } = side
      for (const ask of [
        () => files.put(wrong, bytes),
        () => files.get(wrong, 9),
        () => files.remove(wrong),
        () => files.ticketFor(wrong),
        () => files.addressOf(wrong, 9),
      ])
        await expect(ask()).rejects.toBeInstanceOf(OutOfBounds)
    },
  )
})

describe('files on one machine', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-'))
    now = 1_800_000_000_000
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('lie where copies look for them, and nothing half written lies there ever', async () => {
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, `.file-${id}-1`), 'half')
    writeFileSync(join(folder, '.file-mine'), 'kept')
    const files = openLocalFiles(folder, openLocalKeys(folder), clock)
    await Promise.all([files.put(id, bytes), files.put(id, bytes), files.put(other, bytes)])
    expect(readdirSync(join(folder, 'files')).sort()).toEqual([id, other])
    expect(readdirSync(folder).sort()).toEqual(['.file-mine', 'files', 'keys.json'])
    expect(readFileSync(join(folder, 'files', id))).toEqual(bytes)
  })

  it('leave what was there when a new one cannot be written', async () => {
    const files = openLocalFiles(folder, openLocalKeys(folder), clock)
    mkdirSync(join(folder, 'files', id))
    await expect(files.put(id, bytes)).rejects.toThrow()
    expect(readdirSync(folder).sort()).toEqual(['files', 'keys.json'])
  })

  it('have addresses that are for one use, one file and a while, and cannot be made up', async () => {
    const keys = openLocalKeys(folder)
    const files = openLocalFiles(folder, keys, clock)
    await files.put(id, bytes)
    const { address: send } = await files.ticketFor(id)
    const fetch = (await files.addressOf(id, minute)) ?? ''
    const read = (path: string, use: 'send' | 'fetch' = 'send', at = now) => readAddress(keys, path, use, at)
    expect(read(send)).toEqual({ use: 'send', id, until: now + 10 * minute })
    expect(read(fetch, 'fetch', now + minute - 1)).toMatchObject({ id })
    expect(read(send, 'send', now + 10 * minute)).toBeUndefined()
    expect(read(send, 'fetch')).toBeUndefined()
    expect(read(fetch, 'send')).toBeUndefined()
    for (const wrong of [
      send.replace('/send/', '/fetch/'),
      send.replace(id, other),
      send.replace(`${now + 10 * minute}`, '9'.repeat(13)),
    ]) {
      expect(read(wrong, 'send')).toBeUndefined()
      expect(read(wrong, 'fetch')).toBeUndefined()
    }
    expect(read(`${send}=`)).toBeUndefined()
    expect(readAddress(openLocalKeys(mkdtempSync(join(folder, 'else-'))), send, 'send', now)).toBeUndefined()
  })
})

describe('files in CloudBase', () => {
  let wire: ServicesWire
  let files: Files
  beforeEach(async () => {
    wire = await openServicesWire()
    files = openCloudFiles(openCloudServices({ env: 'local' }))
  })
  afterEach(() => wire.close())

  it('are sent by whoever holds the ticket, past the function', async () => {
    const { address, headers } = await files.ticketFor(id)
    expect((await fetch(address, { method: 'PUT', body: bytes })).status).toBe(403)
    expect((await fetch(address, { method: 'PUT', headers, body: bytes })).status).toBe(200)
    expect(await files.get(id, 5)).toEqual(bytes)
    expect([...wire.files.keys()]).toEqual([`files/${id}`])
  })

  it('are named by the cloud once an instance: a second look is one call and the bytes', async () => {
    await files.put(id, bytes)
    await files.get(id, 5)
    wire.trips.length = 0
    await files.get(id, 5)
    expect(wire.trips).toEqual(['storage.batchGetDownloadUrl', 'GET'])
  })

  it('fail loudly when the cloud refuses, which it does by a value', async () => {
    wire.refuses = 'SYS_ERR'
    await expect(files.put(id, bytes)).rejects.toMatchObject({ code: 'SYS_ERR' })
    await expect(files.get(id, 5)).rejects.toMatchObject({ code: 'SYS_ERR' })
    await expect(files.remove(id)).rejects.toMatchObject({ code: 'SYS_ERR' })
  })
})

describe('what may be kept', () => {
  const beginnings = {
    zip: 'PK\x03\x04rest',
    pdf: '%PDF-1.7',
    jpeg: '\xff\xd8\xff\xe0',
    png: '\x89PNG\r\n\x1a\n',
    m4a: '\0\0\0\x20ftypM4A ',
    mp3: 'ID3\x04',
    aac: '\xff\xf1\x50',
  }
  const of = (text: string) => Buffer.from(text, 'latin1')

  it.each(Object.entries(beginnings))('%s is told by its first bytes', (format, text) => {
    expect(formatOf(of(text))).toBe(format)
    expect(formatOf(of(`x${text}`))).toBeUndefined()
    expect(formatOf(of(text.slice(0, 1)))).toBeUndefined()
  })

  it('sound without a title is told by its frame', () => {
    expect(['\xff\xfb\x90', '\xff\xf3\x40', '\xff\xf9\x50', '\xff\xff\xff'].map((text) => formatOf(of(text)))).toEqual([
      'mp3',
      'mp3',
      'aac',
      undefined,
    ])
    expect(formatOf(of('\0\0\0\x20ftypqt  '))).toBeUndefined()
  })

  it.each<[FileKind, readonly string[]]>([
    ['roster', ['zip']],
    ['photo', ['jpeg', 'png']],
    ['voice', ['m4a', 'mp3', 'aac']],
    ['attachment', ['zip', 'pdf', 'jpeg', 'png']],
  ])('a %s is one of %j, neither empty nor too large', (kind, formats) => {
    const fitting = Object.entries(beginnings).filter(([, text]) => judgeFile(kind, of(text)) === 'fits')
    expect(fitting.map(([format]) => format).sort()).toEqual([...formats].sort())
    expect(judgeFile(kind, of(''))).toBe('empty')
    expect(judgeFile(kind, of('<script>'))).toBe('foreign')
    const [, first = ''] = fitting[0] ?? []
    const full = Buffer.concat([of(first), Buffer.alloc(largestBytes[kind] - first.length)])
    expect(judgeFile(kind, full)).toBe('fits')
    expect(judgeFile(kind, Buffer.concat([full, of('x')]))).toBe('tooLarge')
  })
})
