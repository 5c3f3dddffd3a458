/** Stock and places: taken once, and never more than there is. */
import { OutOfBounds } from '../../cloudfunctions/runtime/database'
import { freshStore, numbers, type Side } from './suite-store'
import { gift, gifts } from './suite-village'

export function takeCases(side: Side): void {
  describe('take', () => {
    const store = freshStore(side)

    const take = (key: string, by = 1, atLeast = by) => store.db.take(gifts, 'g', { field: 'stock', by, atLeast, key })
    const stock = async () => (await store.db.get(gifts, 'g'))?.stock
    const lay = (pieces: number) => store.db.transact((tx) => tx.insert(gifts, gift(pieces)))

    test('takes while enough is left', async () => {
      await lay(5)
      expect(await take('a', 2)).toBe('taken')
      expect(await stock()).toBe(3)
    })

    test('the same key takes once, even when nothing is left', async () => {
      await lay(2)
      expect(await take('a', 2)).toBe('taken')
      expect(await take('a', 2)).toBe('repeated')
      expect(await stock()).toBe(0)
    })

    test('what is not enough stays', async () => {
      await lay(1)
      expect(await take('a', 2)).toBe('short')
      expect(await stock()).toBe(1)
      expect(await take('a', 1)).toBe('taken')
    })

    test('a reserve is respected', async () => {
      await lay(3)
      expect(await take('a', 1, 3)).toBe('taken')
      expect(await take('b', 1, 3)).toBe('short')
    })

    test('a missing document is missing', async () => {
      expect(await take('a')).toBe('missing')
    })

    test('of many who want the last pieces as many get one as there are', async () => {
      await lay(3)
      const answers = await Promise.all(numbers(1, 12).map((n) => take(`k${n}`)))
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(3)
      expect(answers.filter((answer) => answer === 'short')).toHaveLength(9)
      expect(await stock()).toBe(0)
    })

    test('the same key many times at once takes once', async () => {
      await lay(9)
      const answers = await Promise.all(numbers(1, 8).map(() => take('again')))
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'repeated')).toHaveLength(7)
      expect(await stock()).toBe(8)
    })

    test('what is given back may be taken again, by the same key too, and is given back once', async () => {
      await lay(1)
      const back = () => store.db.giveBack(gifts, 'g', { field: 'stock', by: 1, key: 'a' })
      expect(await back()).toBe(false)
      expect(await take('a')).toBe('taken')
      expect([await back(), await back(), await stock()]).toEqual([true, false, 1])
      expect([await take('a'), await take('b'), await stock()]).toEqual(['taken', 'short', 0])
      expect([...(await Promise.all(numbers(1, 6).map(back)))].filter(Boolean)).toHaveLength(1)
      expect(await store.db.get(gifts, 'g')).toEqual({ ...gift(1), taken: {} })
    })

    test('nothing is given back to what is not there, and nothing but what may be taken', async () => {
      expect(await store.db.giveBack(gifts, 'g', { field: 'stock', by: 1, key: 'a' })).toBe(false)
      await expect(store.db.giveBack(gifts, 'g', { field: 'stock', by: 0, key: 'a' })).rejects.toThrow(OutOfBounds)
      await expect(store.db.giveBack(gifts, 'g', { field: 'stock', by: 1, key: 'a.b' })).rejects.toThrow(OutOfBounds)
    })

    test('the rest of the document is untouched', async () => {
      await lay(4)
      await take('a')
      const { taken, ...rest } = (await store.db.get(gifts, 'g')) ?? gift(0)
      expect(rest).toEqual(gift(3))
      expect(Object.keys(taken ?? {})).toEqual(['a'])
    })

    test.each(['__proto__', 'constructor', 'toString'])('the key %s is a key like any other', async (key) => {
      await lay(3)
      expect(await take(key)).toBe('taken')
      expect(await take(key)).toBe('repeated')
      expect(await take('another')).toBe('taken')
      expect(await stock()).toBe(1)
    })

    test.each([0, -1, 1.5, Number.NaN])('a take of %p is out of bounds', async (by) => {
      await lay(5)
      await expect(take('a', by, 1)).rejects.toThrow(OutOfBounds)
      expect(await stock()).toBe(5)
    })

    test.each(['', 'a.b', '$inc', '中'])('the key %j is out of bounds', async (key) => {
      await lay(5)
      await expect(take(key)).rejects.toThrow(OutOfBounds)
      expect(await stock()).toBe(5)
    })
  })
}
