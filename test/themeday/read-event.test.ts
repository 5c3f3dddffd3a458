/** What a check-in page knows already spares a question, and is not believed for longer than it is true. */
import { commonRefusals } from '#shared/kernel/contract'
import { wechat } from '../kernel/drawn'

type Known = { readonly kind: 'mine'; readonly themeDay: { readonly themeDayId: string } }
type ReadEvent = (from: { readonly code: string; readonly themeDayId: string }, held?: Known) => Promise<object>

const { readEvent }: { readEvent: ReadEvent } = require('../../client/main/check-in/read-event')

const from = { code: 'DANGRI01', themeDayId: '' }
const held: Known = { kind: 'mine', themeDay: { themeDayId: 'one' } }

/** A server whose theme day is within reach, or not. */
function played(isMine: boolean): readonly string[] {
  const asked: string[] = []
  const get = isMine ? { ok: true, data: { themeDayId: 'one' } } : { ok: false, code: 'NOT_FOUND', message: commonRefusals.NOT_FOUND }
  const resolve = { ok: true, data: { kind: 'themeDay', themeDayId: 'one', branchName: '柳树村支部' } }
  const callFunction = async ({ data: { action } }: { readonly data: { readonly action: string } }) => {
    asked.push(action)
    return { result: action === 'themeday.get' ? get : resolve }
  }
  Object.assign(wechat, { cloud: { callFunction } })
  return asked
}

it('the code of a theme day that is shown is not asked about again', async () => {
  const asked = played(true)
  expect(await readEvent(from, held)).toMatchObject({ ok: true, data: { kind: 'mine' } })
  expect(asked).toEqual(['themeday.get'])
})

it('a theme day that is out of reach by now is told by its code', async () => {
  played(false)
  expect(await readEvent(from, held)).toEqual({ ok: true, data: { kind: 'others', branchName: '柳树村支部' } })
})
