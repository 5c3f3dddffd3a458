/** Uploads converge: whatever order they arrive in, however often, side by side or one after the other. */
import { dataOf, newVillage } from '../village/village'

/** A small generator with a seed, so that a failure names the history that showed it (Park and Miller's). */
function chanceOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const names = ['王志强', '张建国', '刘桂兰', '李强', '徐大勇']
const minute = 60_000

/** Everyone tapped at a minute of their own; all of it arrives at half past nine in an order, and with repeats, of the seed's choosing. */
async function stateAfter(seed: number): Promise<unknown> {
  const village = await newVillage()
  try {
    const below = chanceOf(seed)
    const { themeDayId } = await village.themeDay('09:00')
    const start = village.clock.now()
    village.clock.set('2026-11-25', '09:30')
    const uploads = names.flatMap((name, place) => {
      const tapped = { at: start + place * minute, clockOffMs: 0 }
      const send = () => village.as(name).themeday.checkIn({ themeDayId, via: 'home', tapped }, { requestId: `tap-of-${place}-0000` })
      return Array.from({ length: 1 + below(4) }, () => send)
    })
    for (let place = uploads.length - 1; place > 0; place -= 1) {
      const other = below(place + 1)
      const [one, two] = [uploads[place], uploads[other]]
      if (one !== undefined && two !== undefined) [uploads[place], uploads[other]] = [two, one]
    }
    const alone = uploads.splice(0, below(uploads.length + 1))
    for (const send of alone) dataOf(await send())
    for (const reply of await Promise.all(uploads.map((send) => send()))) dataOf(reply)
    const { rows } = dataOf(await village.as('老王').themeday.listAttendance({ themeDayId, limit: 100 }))
    return rows.flatMap(({ name, attendance }) => (attendance === undefined ? [] : [{ name, ...attendance }]))
  } finally {
    await village.close()
  }
}

it('ends in one state for any order and number of uploads', async () => {
  const expected = await stateAfter(1)
  expect(expected).toHaveLength(names.length)
  for (let seed = 2; seed <= 12; seed += 1) expect({ seed, state: await stateAfter(seed) }).toEqual({ seed, state: expected })
}, 180_000)
