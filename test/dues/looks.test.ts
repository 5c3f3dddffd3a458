import { dataOf, newVillage, type Village } from '../village/village'

describe('a look of the discipline officer at the register of dues', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
    await village.staff()
    dataOf(await village.as('老王').dues.start({ startMonth: '2026-10', farmerFen: 50 }))
  })
  afterEach(() => village.close())

  it('is told to every member who was on the page, and to nobody next door', async () => {
    const { rows } = dataOf(await village.as('李秀兰').dues.inspectRegister({ year: '2026' }))
    expect(rows.map(({ name }) => name)).toContain('张建国')
    const told = [{ what: 'dues', by: '李秀兰', at: village.clock.now() }]
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toEqual(told)
    expect(dataOf(await village.as('田有福').assists.listLooks({})).rows).toEqual([])
  })

  it('is one look however often the request is sent', async () => {
    for (let time = 0; time < 2; time += 1) {
      dataOf(await village.as('李秀兰').dues.inspectRegister({ year: '2026' }, { requestId: 'look-once' }))
    }
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toHaveLength(1)
  })

  it('is not needed by those who collect, and leaves nothing', async () => {
    dataOf(await village.as('老王').dues.getRegister({ year: '2026', limit: 100 }))
    expect(dataOf(await village.as('张大爷').assists.listLooks({})).rows).toEqual([])
  })
})
