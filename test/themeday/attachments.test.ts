import { filesOf, picture, sendPaper, sendVoice } from '../files/sending'
import { dataOf, newVillage, type Village } from '../village/village'

describe('papers kept with a day', () => {
  let village: Village
  let themeDayId: string
  beforeEach(async () => {
    village = await newVillage()
    themeDayId = (await village.themeDay('09:00')).themeDayId
  })
  afterEach(() => village.close())

  const wang = () => village.as('老王').themeday
  const kept = async () => dataOf(await wang().getBook({ themeDayId })).attachments

  it('are none, unless the secretary wants one kept', async () => {
    expect(await kept()).toEqual([])
    const fileId = await sendPaper(village)
    dataOf(await wang().addAttachment({ themeDayId, fileId, name: '清渠.png' }))
    expect(await kept()).toEqual([{ fileId, name: '清渠.png' }])
    const { name, address } = dataOf(await wang().getAttachment({ themeDayId, fileId }))
    expect(name).toBe('清渠.png')
    expect(address).toContain(`/files/fetch/${fileId}/`)
    expect(await filesOf(village).get(fileId, 1_000)).toEqual(picture)
  })

  it('are gone with their bytes once taken away', async () => {
    const fileId = await sendPaper(village)
    dataOf(await wang().addAttachment({ themeDayId, fileId, name: '清渠.png' }))
    dataOf(await wang().removeAttachment({ themeDayId, fileId }))
    expect(await kept()).toEqual([])
    expect(await filesOf(village).get(fileId, 1_000)).toBeUndefined()
    expect(await wang().getAttachment({ themeDayId, fileId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are used once, as what they were begun for, by whoever began them', async () => {
    const fileId = await sendPaper(village)
    dataOf(await wang().addAttachment({ themeDayId, fileId, name: '一.png' }))
    expect(await wang().addAttachment({ themeDayId, fileId, name: '二.png' })).toMatchObject({ code: 'FILE_UNREADABLE' })
    expect(await wang().addAttachment({ themeDayId, fileId: await sendVoice(village), name: '三.png' })).toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    const theirs = await sendPaper(village, picture, '田有福')
    expect(await wang().addAttachment({ themeDayId, fileId: theirs, name: '四.png' })).toMatchObject({ code: 'FILE_UNREADABLE' })
    expect(await kept()).toHaveLength(1)
  })

  it('are opened by nobody of another branch', async () => {
    const fileId = await sendPaper(village)
    dataOf(await wang().addAttachment({ themeDayId, fileId, name: '清渠.png' }))
    expect(await village.as('田有福').themeday.getAttachment({ themeDayId, fileId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.as('张大爷').themeday.getAttachment({ themeDayId, fileId })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
