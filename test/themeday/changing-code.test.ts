/** The code on the organiser's screen: whoever changes a bit of it, keeps it, or brings another day's, is not counted by it. */
import { readScanned, sayScanned } from '#shared/themeday/scanned'
import { dataOf, newVillage, publish, themeDayPlan, type Village } from '../village/village'

describe('the changing code', () => {
  let village: Village
  let themeDayId: string
  let code: string
  beforeEach(async () => {
    village = await newVillage()
    dataOf(await village.as('老王').themeday.setHabits({ ways: ['rollCall', 'screen'] }))
    ;({ themeDayId, code } = await village.themeDay('09:10'))
  })
  afterEach(() => village.close())

  const scan = (who: string, address: string) => {
    const proof = readScanned(address)?.shown
    return proof === undefined ? undefined : village.as(who).themeday.checkIn({ themeDayId, via: 'screen', proof })
  }
  const onScreen = () => sayScanned({ code, shown: village.shownCode(themeDayId) })

  it('counts who scans it, and says so on the roll', async () => {
    expect(await scan('张大爷', onScreen())).toMatchObject({ ok: true, data: { state: 'counted' } })
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    expect(rows.find(({ name }) => name === '张建国')?.attendance?.source).toBe('screen')
  })

  it('is the same on the phone that makes it from the day’s key as on the server that judges it', async () => {
    const { key } = dataOf(await village.as('徐大勇').themeday.getDayKey({ themeDayId }))
    expect(key).toBe(village.house.stores.themeDays.dayKey(themeDayId))
    expect(key).toHaveLength(43)
    const next = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-12-25' })
    expect(village.house.stores.themeDays.dayKey(next.themeDayId)).not.toBe(key)
  })

  it('is refused ten thousand times with one, two or three bits flipped', async () => {
    const address = onScreen()
    const { step, mac } = village.shownCode(themeDayId)
    // Behind the eight letters of the wall and the dot: what a forger would have to get right.
    const places = address.length - code.length - 1
    let judged = 0
    let accepted = 0
    for (let n = 0; judged < 10_000; n += 1) {
      const flips = Array.from({ length: 1 + (n % 3) }, (_, nth) => (n * 7919 + nth * 104_729) % (places * 7))
      const forged = flips.reduce((text, flip) => flipped(text, { place: code.length + 1 + Math.floor(flip / 7), bit: flip % 7 }), address)
      const proof = readScanned(forged)?.shown
      if (proof === undefined || (proof.step === step && proof.mac === mac)) continue
      judged += 1
      if (village.house.stores.themeDays.isGenuine(themeDayId, proof)) accepted += 1
    }
    expect(accepted).toBe(0)
    // Some of them through the whole house, to the sentence.
    for (const place of [10, 14, 18, 22]) {
      const reply = await scan('刘桂兰', flipped(address, { place: code.length + place - 8, bit: 0 }))
      if (reply !== undefined) expect(reply).toMatchObject({ ok: false })
    }
    expect(dataOf(await village.as('老王').themeday.countAttendance({ themeDayId })).present).toBe(0)
  })

  it('sent on to somebody outside is stale within forty-five seconds', async () => {
    const passedOn = onScreen()
    village.clock.forward(46_000)
    expect(await scan('张大爷', passedOn)).toMatchObject({ code: 'CODE_EXPIRED', message: '这个码过期了，请再扫一次' })
  })

  it('of another day, or of one to come, is no code of this one', async () => {
    const next = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-12-25' })
    const foreign = sayScanned({ code, shown: village.shownCode(next.themeDayId) })
    expect(await scan('张大爷', foreign)).toMatchObject({ code: 'CODE_FORGED' })
    village.clock.forward(10 * 60_000)
    const toCome = onScreen()
    village.clock.forward(-10 * 60_000)
    expect(await scan('张大爷', toCome)).toMatchObject({ code: 'CODE_FORGED' })
  })

  it('scanned in a hall without a signal counts from when it was shown, and the organiser sees that it came late', async () => {
    const { shown: proof } = readScanned(onScreen()) ?? {}
    const tapped = { at: village.clock.now() + 5_000, clockOffMs: 0 }
    const shownAt = village.clock.now()
    village.clock.forward(25 * 60_000)
    if (proof === undefined) throw new Error('no code was shown')
    const reply = await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'screen', proof, tapped })
    expect(reply).toMatchObject({ ok: true, data: { state: 'counted' } })
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    const line = rows.find(({ name }) => name === '张建国')?.attendance
    expect(line?.isUploadedLate).toBe(true)
    expect(Math.abs((line?.at ?? 0) - shownAt)).toBeLessThan(15_000)
  })

  it('has no key for a branch that did not choose it, nor once the book is closed', async () => {
    dataOf(await village.as('老王').themeday.close({ themeDayId }))
    expect(await village.as('老王').themeday.getDayKey({ themeDayId })).toMatchObject({ code: 'BOOK_CLOSED' })
    expect(await village.as('范玉梅').themeday.getDayKey({ themeDayId })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

function flipped(text: string, { place, bit }: { readonly place: number; readonly bit: number }): string {
  const letter = text.charCodeAt(place) ^ (1 << bit)
  return text.slice(0, place) + String.fromCharCode(letter) + text.slice(place + 1)
}
