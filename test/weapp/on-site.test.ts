/** S3 on the built mini-program: the roll in the organiser's hand, a name ticked without a signal, a card, and another phone's check-in. */
import { ways } from '#shared/themeday/ids'
import { sayScanned } from '#shared/themeday/scanned'
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('the secretary on site', () => {
  let village: Village
  let phone: Phone
  let themeDayId: string
  let code: string
  beforeAll(async () => {
    village = await newVillage()
    dataOf(await village.as('老王').themeday.setHabits({ ways: [...ways] }))
    const planned = await village.themeDay('09:02')
    themeDayId = planned.themeDayId
    code = planned.code
    const { memberId } = village.person('孙桂英')
    const carried = { memberId, requestId: 'tapped-by-herself', tappedAt: village.clock.now(), clockOffMs: 0 }
    phone = openPhone(village.browser('老王'), { scans: `https://village.example/s/${sayScanned({ code, carried })}` })
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  const attendanceOf = async (wanted: string) => {
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.find(({ name }) => name === wanted)?.attendance
  }

  it('keeps a tick in the phone, says so on the row, and sends it once there is a signal', async () => {
    const page = await phone.open('themeday/on-site/index', { themeDayId })
    for (const word of ['没到 26', '扫他的码', '帮他签', '亮码，让大家扫']) expect(page.words()).toContain(word)
    await phone.network(false)
    expect(page.words()).toContain('没有网，点的名先记在这部手机里')
    await page.tap(/^赵玉珍/)
    await page.tap('到了，记上')
    expect(page.words()).toContain('待上传')
    expect(await attendanceOf('赵玉珍')).toBeUndefined()
    await phone.network(true)
    await page.until('赵玉珍，记上了')
    await page.until('没到 25')
    expect(await attendanceOf('赵玉珍')).toMatchObject({ source: 'rollCall', recordedBy: '王志强' })
  })

  it('brings another phone’s check-in to the server', async () => {
    const page = await phone.open('themeday/on-site/index', { themeDayId })
    await page.tap('扫他的码')
    const carry = await phone.follow()
    for (const word of ['孙桂英？', '今天 9:02 记下']) expect(carry.words()).toContain(word)
    await carry.tap('收下，替他传')
    expect(carry.words()).toContain('孙桂英，传上去了')
    expect(await attendanceOf('孙桂英')).toMatchObject({ source: 'carried' })
  })

  it('keeps another phone’s check-in where neither has a signal, and sends it later', async () => {
    const before = await phone.open('themeday/on-site/index', { themeDayId })
    expect(before.words()).toContain('扫他的码')
    const { memberId } = village.person('周德福')
    const carried = { memberId, requestId: 'tapped-by-himself', tappedAt: village.clock.now(), clockOffMs: 0 }
    const text = sayScanned({ code, carried })
    const carry = await phone.open('themeday/carry/index', { code, tail: text.slice(code.length + 1) })
    await phone.network(false)
    await carry.tap('收下，替他传')
    await carry.tap('先记下，有网再传')
    expect(carry.words()).toContain('有网时会自动替周德福传')
    expect(await attendanceOf('周德福')).toBeUndefined()
    await phone.network(true)
    expect(await attendanceOf('周德福')).toMatchObject({ source: 'carried', recordedBy: '王志强' })
  })

  it('shows a code that changes, also where there is no signal any more', async () => {
    const before = await phone.open('themeday/on-site/index', { themeDayId })
    expect(before.words()).toContain('到了 3')
    await phone.network(false)
    const page = await phone.open('themeday/on-site/index', { themeDayId })
    await page.tap('亮码，让大家扫')
    expect(page.words()).toContain('秒后换新码')
    expect([...phone.stored.keys()].filter((key) => key.startsWith('lianxin.dayKey.'))).toEqual([`lianxin.dayKey.${themeDayId}`])
    await phone.network(true)
  })

  it('says on the row why a tick was not taken, until that was read', async () => {
    const page = await phone.open('themeday/on-site/index', { themeDayId })
    await phone.network(false)
    await page.tap(/^林树根/)
    await page.tap('到了，记上')
    dataOf(await village.as('老王').themeday.close({ themeDayId }))
    await phone.network(true)
    await page.until('没记上：这次党日已经归档了')
    await page.tap(/^林树根/)
    await page.tap('知道了，不记了')
    expect(page.words()).not.toContain('没记上')
    expect(await attendanceOf('林树根')).toBeUndefined()
  })
})
