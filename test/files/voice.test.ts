/** A file on its way, and the secretary's voice on a theme day: begun, sent, used once by whoever began it, heard by the branch. */
import { dayMs, minuteMs } from '#shared/kernel/day'
import { dataOf, newVillage, themeDayPlan, type Village } from '../village/village'
import { filesOf, sendVoice, sound } from './sending'

let village: Village
beforeEach(async () => {
  village = await newVillage()
})
afterEach(() => village.close())

const wang = () => village.as('老王')
const hear = (name: string, themeDayId: string) => village.as(name).themeday.getVoice({ themeDayId })
const put = (themeDayId: string, fileId: string) => wang().themeday.setVoice({ themeDayId, voice: { fileId, seconds: 12 } })
const bytesAt = (fileId: string) => filesOf(village).get(fileId, 600_000)

describe('beginning a file', () => {
  it('answers an id, an address for ten minutes and what to send along', async () => {
    const begun = dataOf(await wang().files.begin({ kind: 'voice', bytes: 600_000 }))
    expect(begun).toMatchObject({ headers: {}, expiresAt: village.clock.now() + 10 * minuteMs })
    expect(begun.address).toContain(`/files/send/${begun.fileId}/`)
  })

  it('is bounded by what it is', async () => {
    const begin = (kind: 'voice' | 'attachment', bytes: number) => wang().files.begin({ kind, bytes })
    expect(await begin('voice', 600_001)).toMatchObject({ code: 'TOO_BIG', message: '太大了，最多 0.6 兆，请换一个小的' })
    expect(await begin('attachment', 600_001)).toMatchObject({ ok: true })
    expect(await begin('attachment', 5_000_001)).toMatchObject({ code: 'TOO_BIG' })
    expect(await begin('voice', 0)).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('asked twice begins one file, and asked for another one is told so', async () => {
    const options = { requestId: 'voice-request-1' }
    const first = dataOf(await wang().files.begin({ kind: 'voice', bytes: 9 }, options))
    expect(await wang().files.begin({ kind: 'voice', bytes: 9 }, options)).toMatchObject({ repeated: true, data: { fileId: first.fileId } })
    expect(await wang().files.begin({ kind: 'attachment', bytes: 9 }, options)).toMatchObject({ code: 'REQUEST_REUSED' })
    const nextDoor = dataOf(await village.as('田有福').files.begin({ kind: 'voice', bytes: 9 }, options))
    expect(nextDoor.fileId).not.toBe(first.fileId)
  })

  it('gives no new address to a file that something uses', async () => {
    const { themeDayId } = await village.themeDay()
    const options = { requestId: 'voice-request-3' }
    const { fileId } = dataOf(await wang().files.begin({ kind: 'voice', bytes: 9 }, options))
    await filesOf(village).put(fileId, sound)
    dataOf(await put(themeDayId, fileId))
    expect(await wang().files.begin({ kind: 'voice', bytes: 9 }, options)).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('is for the secretary alone', async () => {
    for (const name of ['张大爷', '徐大勇', '方敏', '沈文']) {
      expect(await village.as(name).files.begin({ kind: 'voice', bytes: 9 })).toMatchObject({ code: 'NOT_ALLOWED' })
    }
  })
})

describe('the voice on a theme day', () => {
  it('is heard by everybody of the branch and nobody else, and its length is shown', async () => {
    const { themeDayId } = await village.themeDay()
    expect(await hear('张大爷', themeDayId)).toMatchObject({ code: 'NOT_FOUND' })
    const fileId = await sendVoice(village)
    expect(dataOf(await put(themeDayId, fileId))).toEqual({ hasVoice: true })
    for (const name of ['张大爷', '徐大勇', '老王']) {
      const { address, seconds } = dataOf(await hear(name, themeDayId))
      expect([address.startsWith(`/files/fetch/${fileId}/`), seconds]).toEqual([true, 12])
    }
    expect(dataOf(await village.as('张大爷').themeday.get({ themeDayId }))).toMatchObject({ voiceSeconds: 12 })
    expect(await hear('范玉梅', themeDayId)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of a draft is heard by the secretary only, until the day is published', async () => {
    const { themeDayId } = dataOf(await wang().themeday.create(themeDayPlan))
    dataOf(await put(themeDayId, await sendVoice(village)))
    expect(dataOf(await hear('老王', themeDayId)).seconds).toBe(12)
    expect(await hear('张大爷', themeDayId)).toMatchObject({ code: 'NOT_FOUND' })
    dataOf(await wang().themeday.publish({ themeDayId }))
    expect(dataOf(await hear('张大爷', themeDayId)).seconds).toBe(12)
  })

  it('is replaced and taken off, and what is no longer heard is not kept', async () => {
    const { themeDayId } = await village.themeDay()
    const [first, second] = [await sendVoice(village), await sendVoice(village)]
    dataOf(await put(themeDayId, first))
    dataOf(await put(themeDayId, second))
    expect([await bytesAt(first), await bytesAt(second)]).toEqual([undefined, sound])
    expect(dataOf(await put(themeDayId, second))).toEqual({ hasVoice: true })
    expect(await bytesAt(second)).toEqual(sound)
    expect(dataOf(await wang().themeday.setVoice({ themeDayId }))).toEqual({ hasVoice: false })
    expect(await bytesAt(second)).toBeUndefined()
    expect(await hear('张大爷', themeDayId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(dataOf(await wang().themeday.setVoice({ themeDayId }))).toEqual({ hasVoice: false })
  })

  it('asked twice happens once', async () => {
    const { themeDayId } = await village.themeDay()
    const input = { themeDayId, voice: { fileId: await sendVoice(village), seconds: 12 } }
    const options = { requestId: 'voice-request-2' }
    dataOf(await wang().themeday.setVoice(input, options))
    expect(await wang().themeday.setVoice(input, options)).toMatchObject({ ok: true, repeated: true, data: { hasVoice: true } })
  })

  it('is refused on a day that was cancelled', async () => {
    const { themeDayId } = await village.themeDay()
    dataOf(await wang().themeday.cancel({ themeDayId }))
    expect(await put(themeDayId, await sendVoice(village))).toMatchObject({ code: 'CANCELLED' })
  })

  const unsound: Readonly<Record<string, () => Promise<string>>> = {
    'was never begun': async () => 'nowhere',
    'was begun and never sent': async () => dataOf(await wang().files.begin({ kind: 'voice', bytes: 9 })).fileId,
    'is no sound': () => sendVoice(village, Buffer.from('<script>')),
    'is empty': async () => {
      const { fileId } = dataOf(await wang().files.begin({ kind: 'voice', bytes: 9 }))
      await filesOf(village).put(fileId, Buffer.alloc(0))
      return fileId
    },
    'is larger than was said': async () => {
      const { fileId } = dataOf(await wang().files.begin({ kind: 'voice', bytes: 9 }))
      await filesOf(village).put(fileId, Buffer.concat([sound, Buffer.alloc(600_000)]))
      return fileId
    },
    'was begun as something else': async () => {
      const { fileId } = dataOf(await wang().files.begin({ kind: 'attachment', bytes: 9 }))
      await filesOf(village).put(fileId, sound)
      return fileId
    },
    'was begun by another': () => sendVoice(village, sound, '田有福'),
    'was begun a day ago': async () => {
      const fileId = await sendVoice(village)
      // Between, the secretary is let go after twelve idle hours.
      for (const _ of [8, 16, 24]) {
        village.clock.forward(dayMs / 3)
        dataOf(await wang().members.list({}))
      }
      return fileId
    },
    'is heard elsewhere already': async () => {
      const { themeDayId } = dataOf(await wang().themeday.create({ ...themeDayPlan, day: '2026-12-25' }))
      const fileId = await sendVoice(village)
      dataOf(await put(themeDayId, fileId))
      return fileId
    },
  }

  it.each(Object.keys(unsound))('is not a file that %s, and what was there stays', async (what) => {
    const { themeDayId } = await village.themeDay()
    const kept = await sendVoice(village)
    dataOf(await put(themeDayId, kept))
    const fileId = (await unsound[what]?.()) ?? ''
    expect(await put(themeDayId, fileId)).toMatchObject({ code: 'FILE_NOT_SOUND', message: '这段录音打不开，请重新录一遍' })
    expect(await bytesAt(kept)).toEqual(sound)
  })
})
