/** What every story is held to, tried on itself: a storm is seen, and a page that only shows what goes on is none. */
import { watchAsking } from '../setup/quiet'

const get = { action: 'themeday.get', input: { themeDayId: 'one' } }
const count = { action: 'themeday.countAttendance', input: { themeDayId: 'one' } }

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

it('the same question a fourth time within three seconds is a storm, and says which', () => {
  const asking = watchAsking()
  for (const pauseMs of [0, 500, 1_000]) {
    asking.asked(get)
    expect(asking.storm()).toBeUndefined()
    jest.advanceTimersByTime(pauseMs)
  }
  asking.asked(get)
  expect(asking.storm()).toContain('themeday.get')
  expect(() => asking.wasQuiet()).toThrow('themeday.get')
})

it('every touch may be asked for, and a page may show many things', () => {
  const asking = watchAsking()
  for (let taps = 0; taps < 9; taps += 1) {
    asking.touched()
    asking.asked(get)
    asking.asked({ ...get, input: { themeDayId: `${taps}` } })
  }
  for (const themeDayId of ['a', 'b', 'c', 'd', 'e']) asking.asked({ ...get, input: { themeDayId } })
  expect(asking.storm()).toBeUndefined()
})

it('one small question every five seconds is no storm, and what it finds may be read', () => {
  const asking = watchAsking()
  for (let times = 0; times < 9; times += 1) {
    asking.asked(count)
    jest.advanceTimersByTime(5_000)
  }
  asking.touched()
  asking.asked(count)
  asking.asked(get)
  jest.advanceTimersByTime(3_000)
  expect(() => asking.wasQuiet()).not.toThrow()
})

it('left alone, a page asks no third time, and be it something else each time', () => {
  const [one, two] = [watchAsking(), watchAsking(() => 2)]
  for (const themeDayId of ['a', 'b', 'c']) for (const asking of [one, two]) asking.asked({ ...get, input: { themeDayId } })
  expect(() => two.wasQuiet()).not.toThrow()
  expect(() => one.wasQuiet()).toThrow('asked 3 times: themeday.get, themeday.get, themeday.get')
})
