/** What a tick costs at the wire: the one thing collectors do forty times on the day of the dues. */
import { type CloudVillage, newCloudVillage, patienceMs } from './cloud-village'

describe('what taking in a payment costs at the wire', () => {
  let village: CloudVillage
  const day = '2026-11-26'
  beforeAll(async () => {
    village = await newCloudVillage()
    village.clock.set(day, '09:00')
  }, patienceMs)
  afterAll(() => village.close())

  const collect = (months: string[], { dues } = village.newInstance().of(village.phones.王志强)) => {
    const input = { memberId: village.memberId, months, dueFen: months.length * 50, day, way: 'cash' } as const
    const requestId = `tick-of-${months.join('-')}`
    return village.cost(() => dues.recordPayment({ ...input, payer: { kind: 'self' } }, { requestId }))
  }

  it('eighteen round trips and six writes: entry, till, day, account, the book that is held, and the request', async () => {
    expect(await collect(['2026-11'])).toEqual({ trips: 18, writes: 6 })
  })

  it('two and none when it is sent again, on an instance that knows nothing of it', async () => {
    expect(await collect(['2026-11'])).toEqual({ trips: 2, writes: 0 })
  })

  it('one round trip more for every month more, and no write', async () => {
    expect(await collect(['2026-07', '2026-08', '2026-09'])).toEqual({ trips: 20, writes: 6 })
  })

  it('a word of the member about the month is answered with it: one write more', async () => {
    expect(await collect(['2026-10'])).toEqual({ trips: 19, writes: 7 })
  })

  it('one round trip less where the collector is remembered', async () => {
    const api = village.newInstance().of(village.phones.王志强)
    await api.dues.getBook({})
    expect(await collect(['2026-06'], api)).toEqual({ trips: 17, writes: 6 })
  })
})
