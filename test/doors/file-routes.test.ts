/** Files over HTTP on one machine: an address is good for one use, one file, once, and for as long as it says. */
import { connect } from 'node:net'
import { commonRefusals } from '#shared/kernel/contract'
import { minuteMs } from '#shared/kernel/day'
import { filesOf, sound } from '../files/sending'
import { dataOf, newVillage, type Village } from '../village/village'

let village: Village
beforeAll(async () => {
  village = await newVillage({ h5: __dirname })
})
afterAll(() => village.close())

const begin = async (kind: 'voice' | 'attachment' = 'voice', bytes = sound.length) =>
  dataOf(await village.as('老王').files.begin({ kind, bytes }))
const put = (path: string, body: Buffer) => fetch(village.url + path, { method: 'PUT', body: new Uint8Array(body) })
const statusOf = async (path: string, body = sound) => (await put(path, body)).status
const get = (path: string, headers: Record<string, string> = {}) => fetch(village.url + path, { headers })
const held = (fileId: string) => filesOf(village).get(fileId, 5_000_000)

/** Where the bytes can be fetched for a minute. */
async function laid(bytes: Buffer): Promise<string> {
  const { fileId } = await begin()
  await filesOf(village).put(fileId, bytes)
  return (await filesOf(village).addressOf(fileId, minuteMs)) ?? ''
}

describe('sending', () => {
  it('takes the bytes as they are, once', async () => {
    const { fileId, address } = await begin()
    expect(await statusOf(address)).toBe(200)
    expect(await held(fileId)).toEqual(sound)
    expect(await statusOf(address, Buffer.from('another'))).toBe(404)
    expect(await held(fileId)).toEqual(sound)
  })

  it('stays done when the file is gone again', async () => {
    const { fileId, address } = await begin()
    await statusOf(address)
    await filesOf(village).remove(fileId)
    expect(await statusOf(address)).toBe(404)
  })

  it('of two at once takes one', async () => {
    const { address } = await begin()
    expect((await Promise.all([statusOf(address), statusOf(address)])).sort()).toEqual([200, 404])
  })

  it('is over after ten minutes', async () => {
    const { address } = await begin()
    village.clock.forward(10 * minuteMs)
    expect(await statusOf(address)).toBe(404)
  })

  it('takes no address that we did not make, nor one nobody began', async () => {
    const [one, other] = [await begin(), await begin()]
    const { address: unbegun } = await filesOf(village).ticketFor('0a1b2c3d4e5f6g7h')
    const made = [one.address.replace(one.fileId, other.fileId), `${one.address}/`, '/files/send/../keys.json', '/files/', unbegun]
    expect(await Promise.all(made.map((path) => statusOf(path)))).toEqual(made.map(() => 404))
    expect((await get(one.address)).status).toBe(404)
    expect((await fetch(village.url + one.address, { method: 'POST', body: 'x' })).status).toBe(404)
  })

  it('is cut off above what the file may be, told or untold, and may be tried again', async () => {
    const { fileId, address } = await begin('voice', 600_000)
    const told = await put(address, Buffer.alloc(600_001))
    expect([told.status, await told.json()]).toEqual([413, { ok: false, code: 'TOO_LARGE', message: commonRefusals.TOO_LARGE }])
    expect(await answerToChunks(address, Buffer.alloc(700_000))).toContain('HTTP/1.1 413')
    expect(await held(fileId)).toBeUndefined()
    expect(await statusOf(address, Buffer.alloc(600_000))).toBe(200)
    expect(await statusOf((await begin('attachment', 600_001)).address, Buffer.alloc(600_001))).toBe(200)
  })
})

describe('fetching', () => {
  it.each([
    ['audio/aac', '\xff\xf1\x50'],
    ['audio/mp4', '\0\0\0\x20ftypM4A '],
    ['audio/mpeg', 'ID3\x04'],
    ['application/pdf', '%PDF-1.7'],
  ])('says %s by the first bytes, keeps nothing behind, and lets nobody guess', async (type, beginning) => {
    const bytes = Buffer.from(`${beginning} and the rest`, 'latin1')
    const response = await get(await laid(bytes))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    const said = ['content-type', 'cache-control', 'x-content-type-options'].map((name) => response.headers.get(name))
    expect([response.status, ...said]).toEqual([200, type, 'no-store', 'nosniff'])
  })

  it.each([
    ['bytes=0-1', 206, 'bytes 0-1', 2],
    ['bytes=2-', 206, `bytes 2-${sound.length - 1}`, sound.length - 2],
    ['bytes=0-99999', 206, `bytes 0-${sound.length - 1}`, sound.length],
    ['bytes=99999-', 200, undefined, sound.length],
    ['bytes=0-1,4-5', 200, undefined, sound.length],
    ['lines=1-2', 200, undefined, sound.length],
  ])('in parts: %s is %s', async (range, status, said, length) => {
    const response = await get(await laid(sound), { range })
    const wanted = said === undefined ? null : `${said}/${sound.length}`
    expect([response.status, response.headers.get('content-range')]).toEqual([status, wanted])
    expect((await response.arrayBuffer()).byteLength).toBe(length)
  })

  it('gives nothing of another form, nothing that is gone, and nothing when the time is over', async () => {
    expect((await get(await laid(Buffer.from('<script>')))).status).toBe(404)
    const { fileId } = await begin()
    await filesOf(village).put(fileId, sound)
    const address = (await filesOf(village).addressOf(fileId, minuteMs)) ?? ''
    expect((await get(address.replace('/fetch/', '/send/'))).status).toBe(404)
    expect((await get(address)).status).toBe(200)
    await filesOf(village).remove(fileId)
    expect((await get(address)).status).toBe(404)
    const later = await laid(sound)
    village.clock.forward(minuteMs)
    expect((await get(later)).status).toBe(404)
  })
})

/** A length that nobody told: the body comes in chunks. */
function answerToChunks(path: string, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(village.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (bytes) => {
      answer += String(bytes)
    })
    // The door may hang up while we still write.
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.on('timeout', () => reject(new Error('no answer')))
    socket.setTimeout(5_000)
    socket.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`)
    socket.write(body)
    socket.write('\r\n0\r\n\r\n')
  })
}
