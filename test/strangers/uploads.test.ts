/** Somebody who holds a secretary's phone and sends whatever it lets them: the disk does not fill, and no copy carries it. */
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileTicket } from '#shared/files/model'
import { mostADay } from '#shared/files/rules'
import { commonRefusals } from '#shared/kernel/contract'
import { dayMs, hourMs } from '#shared/kernel/day'
import { readArchive, writeArchive } from '../../cloudfunctions/keeping/archive'
import type { Collection } from '../../cloudfunctions/runtime/database'
import { nearlyFullDisk } from '../files/full-disk'
import { picture, sendPaper, sendVoice, sound } from '../files/sending'
import { often } from '../setup/often'
import { dataOf, newVillage, type Village } from '../village/village'

let village: Village
beforeEach(async () => {
  village = await newVillage({ h5: __dirname })
})
afterEach(() => village.close())

const megabyte = 1_000_000
const wang = () => village.as('老王')
const begin = (kind: 'voice' | 'attachment', bytes: number, who = '老王') => village.as(who).files.begin({ kind, bytes })
const put = (address: string, body: Uint8Array<ArrayBuffer>) => fetch(village.url + address, { method: 'PUT', body })
const held = () => readdirSync(join(village.folder, 'files')).sort()
const heldBytes = () => held().reduce((sum, name) => sum + statSync(join(village.folder, 'files', name)).size, 0)
const codesOf = (replies: readonly ({ ok: true } | { ok: false; code: string })[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()

/** A PUT whose bytes are still to come. */
function opened(address: string, length: number): { readonly asked: ClientRequest; readonly answered: Promise<IncomingMessage> } {
  const asked = request(village.url + address, { method: 'PUT', headers: { 'content-length': length } })
  asked.flushHeaders()
  // Whoever is refused is hung up on.
  asked.on('error', () => undefined)
  return { asked, answered: once(asked, 'response').then(([response]) => response) }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** Without the key by which what is unused is found. */
const asStoredBefore: Collection<FileTicket> = { name: 'fileTickets', indexes: [] }

/** A day goes by on which somebody was there: the secretary is let go after twelve idle hours. */
async function oneDay(): Promise<void> {
  for (const _ of [9, 18, 27]) {
    village.clock.forward(9 * hourMs)
    dataOf(await wang().members.list({}))
  }
}

describe('what one person may begin on a day', () => {
  it('is enough for a theme day, and ends in bytes and in files, however many ask at once', async () => {
    const asked = await Promise.all(Array.from({ length: often(60, 1000) }, () => begin('attachment', 5 * megabyte)))
    const begun = asked.filter(({ ok }) => ok)
    expect(begun).toHaveLength(mostADay.person.bytes / (5 * megabyte))
    expect(new Set(codesOf(asked))).toEqual(new Set(['ok', 'ENOUGH_TODAY']))
    expect(await begin('voice', 1)).toMatchObject({ code: 'ENOUGH_TODAY', message: '今天传的录音和附件已经很多了，请明天再传' })
    // Next door nobody is kept waiting for it, and tomorrow is another day.
    const small = await Promise.all(Array.from({ length: mostADay.person.files + 1 }, () => begin('voice', 1, '田有福')))
    expect(codesOf(small).filter((code) => code === 'ENOUGH_TODAY')).toHaveLength(1)
    await oneDay()
    expect(await begin('voice', 1)).toMatchObject({ ok: true })
  })

  it('is counted once when a request is asked again', async () => {
    const options = { requestId: 'asked-many-times' }
    for (let asked = 0; asked < 50; asked += 1) dataOf(await wang().files.begin({ kind: 'attachment', bytes: 5 * megabyte }, options))
    expect(await begin('attachment', 5 * megabyte)).toMatchObject({ ok: true })
  })
})

describe('what arrives', () => {
  it('is no more than was said', async () => {
    const { address } = dataOf(await begin('attachment', picture.length))
    expect((await put(address, new Uint8Array(picture.length + 1))).status).toBe(413)
    expect(held()).toEqual([])
    expect((await put(address, new Uint8Array(picture))).status).toBe(200)
  })

  it('comes two at a time of one person, a third is told so in plain words, and may come later', async () => {
    const body = new Uint8Array(5 * megabyte)
    const begun = []
    for (const _ of [1, 2, 3]) begun.push(dataOf(await begin('attachment', body.length)).address)
    // Their lengths are told and their bytes are not sent yet: the door holds what it let in.
    const sending = begun.map((address) => ({ address, ...opened(address, body.length) }))
    const refused = await Promise.race(sending.map(async (one) => ({ ...one, response: await one.answered })))
    expect(refused.response.statusCode).toBe(429)
    expect(await textOf(refused.response)).toBe(JSON.stringify({ ok: false, code: 'BUSY', message: commonRefusals.BUSY }))
    for (const { address, asked, answered } of sending) {
      if (address === refused.address) continue
      asked.end(body)
      expect((await answered).statusCode).toBe(200)
    }
    expect((await put(refused.address, body)).status).toBe(200)
    expect(held()).toHaveLength(3)
  })

  it('comes no faster than a person sends', async () => {
    const begun = []
    for (let sent = 0; sent < mostADay.person.files; sent += 1) begun.push(dataOf(await begin('voice', sound.length)))
    const statuses = []
    for (const { address } of begun) statuses.push((await put(address, new Uint8Array(sound))).status)
    expect(statuses).toContain(429)
    village.clock.forward(60_000)
    const waiting = begun[statuses.indexOf(429)]
    expect((await put(waiting?.address ?? '', new Uint8Array(sound))).status).toBe(200)
  })

  it('is refused where the disk has little left, before it is begun and after', async () => {
    const { address } = dataOf(await begin('attachment', 600_000))
    const full = nearlyFullDisk()
    expect(await begin('attachment', 600_000)).toMatchObject({ code: 'NO_ROOM' })
    expect((await put(address, new Uint8Array(600_000))).status).toBe(503)
    expect(await begin('attachment', 400_000)).toMatchObject({ ok: true })
    full.mockRestore()
    expect((await put(address, new Uint8Array(600_000))).status).toBe(200)
  })

  it('in all is bounded by the day, whatever one session tries', async () => {
    let arrived = 0
    for (let tried = 0; tried < often(20, 400); tried += 1) {
      const begun = await begin('attachment', 5 * megabyte)
      if (begun.ok && (await put(begun.data.address, new Uint8Array(5 * megabyte))).ok) arrived += 1
    }
    expect(arrived).toBeGreaterThan(0)
    expect(heldBytes()).toBeLessThanOrEqual(mostADay.person.bytes)
  })
})

describe('what nothing uses', () => {
  const used = async () => {
    const { themeDayId } = await village.themeDay()
    const [voiceId, paperId] = [await sendVoice(village), await sendPaper(village)]
    dataOf(await wang().themeday.setVoice({ themeDayId, voice: { fileId: voiceId, seconds: 12 } }))
    dataOf(await wang().themeday.addAttachment({ themeDayId, fileId: paperId, name: '清渠.png' }))
    return [voiceId, paperId].sort()
  }
  const sweep = () => village.house.sweepFiles(village.clock.now())

  it('goes after a day, bytes and tickets, and what is used stays', async () => {
    const kept = await used()
    for (let sent = 0; sent < often(3, 30); sent += 1) await sendPaper(village)
    const neverSent = dataOf(await begin('voice', 9)).fileId
    await sweep()
    expect(held()).toHaveLength(kept.length + often(3, 30))
    await oneDay()
    await sweep()
    expect(held()).toEqual(kept)
    const { fileTickets } = village.house.stores
    expect([...(await fileTickets.findTickets([...kept, neverSent])).keys()].sort()).toEqual(kept)
  })

  it('goes when it was begun by an earlier program, and what nobody began goes after a month', async () => {
    const kept = await used()
    const [early, strange] = [await sendPaper(village), '0000000000000000']
    await village.db.transact(async (tx) => {
      const ticket = await tx.get(asStoredBefore, early)
      if (ticket === undefined) throw new Error('never begun')
      const { _id, v, made, kind } = ticket
      await tx.put(asStoredBefore, { _id, v, made, kind })
    })
    writeFileSync(join(village.folder, 'files', strange), picture)
    utimesSync(join(village.folder, 'files', strange), village.clock.now() / 1000, village.clock.now() / 1000)
    await oneDay()
    await sweep()
    expect(held()).toEqual([...kept, strange].sort())
    for (let day = 0; day < 31; day += 1) await oneDay()
    await sweep()
    expect(held()).toEqual(kept)
  })

  it('is in no copy, and what is used is', async () => {
    const kept = await used()
    await sendPaper(village, Buffer.alloc(megabyte))
    const outside = mkdtempSync(join(tmpdir(), 'copies-'))
    const to = join(outside, 'copy.tar.gz')
    const written = await writeArchive({ folder: village.folder, to, now: village.clock.now() })
    expect([written.files, written.filesBytes]).toEqual([2, sound.length + picture.length])
    const restored = join(outside, 'data')
    await readArchive({ from: to, folder: restored, schema: 1_000, keys: join(village.folder, 'keys.json') })
    expect(readdirSync(join(restored, 'files')).sort()).toEqual(kept)
    rmSync(outside, { recursive: true })
  })

  it('is not swept while it may still be used', async () => {
    const { themeDayId } = await village.themeDay()
    const fileId = await sendVoice(village)
    for (const _ of [8, 16]) {
      village.clock.forward(8 * hourMs)
      dataOf(await wang().members.list({}))
    }
    village.clock.forward(dayMs - 16 * hourMs - 1)
    await sweep()
    dataOf(await wang().themeday.setVoice({ themeDayId, voice: { fileId, seconds: 12 } }))
  })
})
