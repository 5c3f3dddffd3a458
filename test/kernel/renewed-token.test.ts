/** A token made anew: the old one stays beside it until it is known which of the two counts. */
import { renewedToken } from '../../client/kernel/renewed-token'

function phone(token?: string) {
  const places = new Map<string, string>(token === undefined ? [] : [['token', token]])
  let drawn = 0
  const { renewToken, settleToken } = renewedToken({
    read: () => places.get('token'),
    write: (letters) => places.set('token', letters),
    forget: () => places.delete('token'),
    readBefore: () => places.get('before'),
    writeBefore: (letters) => places.set('before', letters),
    forgetBefore: () => places.delete('before'),
    draw: async () => {
      drawn += 1
      return `fresh-${drawn}`
    },
  })
  return { renewToken, settleToken, kept: () => Object.fromEntries(places) }
}

describe('a renewed token', () => {
  it('stands in the place of the old one, and asked again is the same', async () => {
    const { renewToken, kept } = phone('old')
    expect(await renewToken()).toEqual({ token: 'fresh-1', was: 'old' })
    expect(await renewToken()).toEqual({ token: 'fresh-1', was: 'old' })
    expect(kept()).toEqual({ token: 'fresh-1', before: 'old' })
  })

  it('stays when it counts', async () => {
    const { renewToken, settleToken, kept } = phone('old')
    await renewToken()
    expect(settleToken(true)).toBe(true)
    expect(kept()).toEqual({ token: 'fresh-1' })
    expect(settleToken(true)).toBe(false)
  })

  it('gives way to the old one when it does not', async () => {
    const { renewToken, settleToken, kept } = phone('old')
    await renewToken()
    expect(settleToken(false)).toBe(true)
    expect(kept()).toEqual({ token: 'old' })
  })

  it('where there was none before, leaves none behind', async () => {
    const { renewToken, settleToken, kept } = phone()
    expect(await renewToken()).toEqual({ token: 'fresh-1' })
    settleToken(false)
    expect(kept()).toEqual({})
  })
})
