/** What is beside the record may fail: it neither stops nor falsifies what was asked. What security rests on fails closed. */

import { triesPerCaller } from '#shared/claims/rules'
import { dayMs } from '#shared/kernel/day'
import { CannotWrite } from '../../cloudfunctions/runtime/database'
import { newVillage, type Village } from '../village/village'

describe('on a full disk', () => {
  let village: Village
  beforeAll(async () => {
    village = await newVillage()
  })
  afterAll(() => village.close())
  afterEach(() => jest.restoreAllMocks())
  const fill = () => jest.spyOn(village.db, 'transact').mockRejectedValue(new CannotWrite('full', new Error('no room')))

  it('a question is answered though the session cannot be prolonged', async () => {
    village.clock.forward(2 * dayMs)
    const transact = fill()
    expect(await village.as('张大爷').session.devices({})).toMatchObject({ ok: true })
    expect(transact).toHaveBeenCalled()
  })

  it('wrong codes count though they cannot be stored', async () => {
    fill()
    const { api } = village.newcomer()
    for (let n = 0; n < triesPerCaller; n += 1) expect(await api.claims.look({ code: 'ZZZZ9999' })).toMatchObject({ code: 'DISK_FULL' })
    jest.restoreAllMocks()
    expect(await api.claims.look({ code: 'ZZZZ9999' })).toMatchObject({ ok: false, code: 'TOO_MANY_TRIES' })
  })
})

it('a log that throws turns no committed command into a failure', async () => {
  const village = await newVillage()
  const said = jest.spyOn(process.stderr, 'write').mockImplementation(() => true)
  jest.spyOn(village.lines, 'push').mockImplementation(() => {
    throw new Error('the log is gone')
  })
  expect(
    await village.as('老王').themeday.create({ day: '2026-11-28', from: '09:00', to: '11:00', topic: '学习', place: '村委会' }),
  ).toMatchObject({
    ok: true,
  })
  expect(said.mock.calls.join('')).toContain('the log is gone')
  jest.restoreAllMocks()
  await village.close()
})
