/** What the tap itself costs at the wire: the one call that a whole county makes in the same quarter of an hour. */
import { type CloudVillage, newCloudVillage, patienceMs } from './cloud-village'

describe('what a check-in costs at the wire', () => {
  let village: CloudVillage
  beforeAll(async () => {
    village = await newCloudVillage()
    village.clock.set('2026-11-25', '09:10')
  }, patienceMs)
  afterAll(() => village.close())

  const tap = (instance = village.newInstance(), who: '徐大勇' | '王志强' = '徐大勇') => {
    const api = instance.of(village.phones[who])
    const requestId = `tap-of-${village.phones[who].device}`
    const input = { themeDayId: village.themeDayId, via: 'code' } as const
    return {
      checkIn: () => village.cost(() => api.themeday.checkIn(input, { requestId })),
      look: () => api.themeday.get({ themeDayId: village.themeDayId }),
    }
  }

  it('three round trips and one write on a new instance, four and none when it is sent again', async () => {
    expect(await tap().checkIn()).toEqual({ trips: 3, writes: 1 })
    expect(await tap().checkIn()).toEqual({ trips: 4, writes: 0 })
  })

  it('one of each where person and theme day are remembered, two and none when it is sent again', async () => {
    const { look, checkIn } = tap(village.newInstance(), '王志强')
    await look()
    expect(await checkIn()).toEqual({ trips: 1, writes: 1 })
    expect(await checkIn()).toEqual({ trips: 2, writes: 0 })
  })

  it('for another: eight and two, two documents in one transaction and one look at the member', async () => {
    const api = village.newInstance().of(village.phones.王志强)
    const help = { for: { memberId: village.memberId, reason: 'noPhone' as const } }
    const ask = () => api.themeday.checkIn({ themeDayId: village.themeDayId, via: 'home', isSeen: true }, help)
    expect(await village.cost(ask)).toEqual({ trips: 8, writes: 2 })
  })
})
