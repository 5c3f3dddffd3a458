/** The county on WeChat: its tree, a new town, and which systems are on. */
import { countyId } from '#shared/organisation/ids'
import { dataOf, newVillage, type Village } from '../village/village'
import { openPhone, type Phone } from './phone'

describe('the county', () => {
  let village: Village
  let phone: Phone
  beforeAll(async () => {
    village = await newVillage()
    phone = openPhone(village.browser('沈文'))
  })
  afterAll(async () => {
    await phone.close()
    await village.close()
  })

  it('adds a town to its tree', async () => {
    const units = await phone.open('organisation/units/index')
    for (const word of ['青石县', '清溪镇']) expect(units.words()).toContain(word)
    await units.tap('建一个乡镇党委')
    await units.type('柳河镇党委')
    await units.tap('建')
    expect(units.words()).toContain('柳河镇党委')
    const { rows } = dataOf(await village.as('沈文').organisation.listUnits({ parentId: countyId, limit: 100 }))
    expect(rows.map(({ name }) => name)).toContain('柳河镇党委')
  })

  it('turns a system off by a paper', async () => {
    const switches = await phone.open('systems/switches/index')
    expect(switches.words()).toContain('主题党日')
    await switches.tap(/^主题党日/)
    await switches.tap('停用')
    expect(switches.words()).toContain('请写上文号')
    await switches.type('青组发〔2026〕3号')
    await switches.tap('停用')
    expect(switches.words()).toContain('停着')
    expect(switches.words()).toContain('青组发〔2026〕3号')
    const { rows } = dataOf(await village.as('沈文').systems.list({}))
    expect(rows.find(({ system }) => system === 'themeday')?.isOn).toBe(false)
  })
})
