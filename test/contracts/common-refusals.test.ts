/** One scene for every refusal that any action may meet; a common code without a scene does not compile. */
import { type CommonCode, commonRefusals } from '#shared/kernel/contract'
import { CannotWrite, type WhyNotWritten } from '../../cloudfunctions/runtime/database'
import { openTestDoor, type TestDoor } from '../doors/stage'
import { newVillage } from '../village/village'

type Scene = () => Promise<unknown>

const ask = { action: 'session.who', input: {}, requestId: 'request-1' }

async function atDoor(scene: (door: TestDoor) => Promise<Response>, options: Parameters<typeof openTestDoor>[0] = {}): Promise<unknown> {
  const door = await openTestDoor(options)
  try {
    return await (await scene(door)).json()
  } finally {
    await door.end()
  }
}

async function inVillage(scene: (village: Awaited<ReturnType<typeof newVillage>>) => Promise<unknown>): Promise<unknown> {
  const village = await newVillage()
  try {
    return await scene(village)
  } finally {
    await village.close()
  }
}

const scenes: Readonly<Record<CommonCode, Scene>> = {
  SIGN_IN_FIRST: () => inVillage(({ newcomer }) => newcomer().api.members.list({})),
  NOT_ALLOWED: () => inVillage((village) => village.as('张大爷').members.list({})),
  NOT_FOUND: () => inVillage((village) => village.as('张大爷').themeday.get({ themeDayId: 'nowhere' })),
  INVALID_INPUT: () => inVillage(({ newcomer }) => newcomer().raw({ ...ask, input: { extra: 1 } })),
  REQUEST_REUSED: () =>
    inVillage(async (village) => {
      const plan = { day: '2026-11-28', from: '09:00', to: '11:00', topic: '学习', place: '村委会' }
      await village.as('老王').themeday.create(plan, { requestId: 'wang-plans' })
      return village.as('老王').themeday.create({ ...plan, place: '晒谷场' }, { requestId: 'wang-plans' })
    }),
  TOO_FAST: () =>
    atDoor(
      async (door) => {
        const through = { 'x-forwarded-for': '203.0.113.7' }
        await door.post(JSON.stringify(ask), through)
        return door.post(JSON.stringify(ask), through)
      },
      { steady: { now: () => 0 }, limits: { session: { burst: 1, perSecond: 1 }, address: { burst: 1, perSecond: 1 } } },
    ),
  TOO_LARGE: () => atDoor((door) => door.post('x'.repeat(200_000))),
  UPGRADE_NEEDED: () => inVillage(({ newcomer }) => newcomer().raw({ ...ask, client: 'h5/0.0.1' })),
  // A wrong code is written down, and nothing more may wait to be written.
  BUSY: () =>
    atDoor((door) => door.post(JSON.stringify({ action: 'claims.look', input: { code: 'ZZZZ9999' }, requestId: 'request-1' })), {
      mostWaiting: 0,
    }),
  PREPARING: () => atDoor((door) => door.post(JSON.stringify(ask)), { isPreparing: () => true }),
  DISK_FULL: () => notWritten('full'),
  READ_ONLY: () => notWritten('refused'),
  UNAVAILABLE: () =>
    inVillage(async (village) => {
      const { api } = village.newcomer()
      const get = jest.spyOn(village.db, 'get').mockRejectedValueOnce(new Error('the disk is gone: /dev/secret'))
      const answer = await api.session.who({})
      get.mockRestore()
      expect(village.lines.at(-1)).toMatchObject({ outcome: 'UNAVAILABLE', error: expect.stringContaining('/dev/secret') })
      return answer
    }),
}

/** A wrong code is written down; the disk does not take it. What is only read is answered as ever. */
function notWritten(why: WhyNotWritten): Promise<unknown> {
  return inVillage(async (village) => {
    const { api } = village.newcomer()
    const transact = jest.spyOn(village.db, 'transact').mockRejectedValue(new CannotWrite(why, new Error('/dev/secret')))
    const answer = await api.claims.look({ code: 'ZZZZ9999' })
    expect(await village.as('张大爷').session.who({})).toMatchObject({ ok: true })
    transact.mockRestore()
    return answer
  })
}

describe('refusals any action may meet', () => {
  it.each(Object.entries(scenes))('%s is said in its own plain sentence', async (code, scene) => {
    const message = Object.entries(commonRefusals).find(([name]) => name === code)?.[1]
    expect(await scene()).toEqual({ ok: false, code, message })
  })
})
