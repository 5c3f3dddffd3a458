/**
 * Opening a page is at most two calls of at most three round trips each, and writes nothing. What home says about dues stands below and is
 * asked for when the first card has its answer: one call more, of five.
 */
import { type CloudVillage, type Name, newCloudVillage, patienceMs } from './cloud-village'

describe('what opening a page costs at the wire', () => {
  let village: CloudVillage
  beforeAll(async () => {
    village = await newCloudVillage()
  }, patienceMs)
  afterAll(() => village.close())

  const mostTrips = { first: 3, below: 5 }
  const pages = [
    { page: 'home', who: '张建国', calls: ['who', 'list'] },
    { page: 'home, the dues below', who: '张建国', calls: ['dues'] },
    { page: 'home of the secretary', who: '王志强', calls: ['who', 'list'] },
    { page: 'check-in, by the wall', who: '张建国', calls: ['resolve', 'get'] },
    { page: 'check-in, from home', who: '徐大勇', calls: ['get'] },
  ] as const

  const costOf = (call: (typeof pages)[number]['calls'][number], who: Name) => {
    // Each call may meet an instance of its own, which has everything to learn.
    const api = village.newInstance().of(village.phones[who])
    const asked = {
      dues: () => api.dues.getHome({}),
      who: () => api.session.who({}),
      list: () => api.themeday.list({}),
      get: () => api.themeday.get({ themeDayId: village.themeDayId }),
      resolve: () => api.codes.resolve({ code: village.code }),
    }
    return village.cost(asked[call])
  }

  it.each(pages)('$page', async ({ who, calls }) => {
    expect(calls.length).toBeLessThanOrEqual(2)
    for (const call of calls) {
      const { trips, writes } = await costOf(call, who)
      expect(trips).toBeLessThanOrEqual(call === 'dues' ? mostTrips.below : mostTrips.first)
      expect(writes).toBe(0)
    }
  })
})
