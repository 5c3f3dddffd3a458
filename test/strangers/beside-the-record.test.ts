/** What is beside the record may fail: it neither stops nor falsifies what was asked. What security rests on fails closed. */

import { dayMs } from '#shared/kernel/day'
import { CannotWrite } from '../../cloudfunctions/runtime/database'
import { dataOf, newVillage, type Village } from '../village/village'

describe('on a full disk', () => {
  let village: Village
  beforeEach(async () => {
    village = await newVillage()
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    await village.close()
  })
  const fill = () => jest.spyOn(village.db, 'transact').mockRejectedValue(new CannotWrite('full', new Error('no room')))

  it('a question is answered though the session cannot be prolonged', async () => {
    village.clock.forward(2 * dayMs)
    const transact = fill()
    expect(await village.as('张大爷').session.devices({})).toMatchObject({ ok: true })
    expect(transact).toHaveBeenCalled()
  })

  it('a wrong code that cannot be counted is not looked up: a known one is answered the same', async () => {
    const known = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId })).code
    fill()
    for (const way of ['take', 'giveBack', 'insertOnce'] as const)
      jest.spyOn(village.db, way).mockRejectedValue(new CannotWrite('full', new Error('no room')))
    const { api } = village.newcomer()
    const unknown = await api.claims.look({ code: 'ZZZZZZ9999' })
    expect(unknown).toMatchObject({ ok: false, code: 'DISK_FULL' })
    expect(await api.claims.look({ code: known })).toMatchObject({ ok: false, code: 'DISK_FULL' })
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
