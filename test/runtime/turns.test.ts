import { Busy } from '../../cloudfunctions/runtime/database'
import { openTurns } from '../../cloudfunctions/runtime/turns'

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end, work: () => ended }
}

it('one is under way, in the order in which they came, and one that fails holds nobody up', async () => {
  const turns = openTurns({ all: 3, each: 3 })
  const first = held()
  const order: string[] = []
  const answers = Promise.allSettled([
    turns.take('a', () => first.work().then(() => order.push('first'))),
    turns.take('b', () => Promise.reject(new Error('spoiled'))),
    turns.take('c', async () => order.push('third')),
  ])
  expect(order).toEqual([])
  first.end()
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(order).toEqual(['first', 'third'])
})

it('a row that is full takes nobody, one caller only a few, and both again when it has gone on', async () => {
  const turns = openTurns({ all: 3, each: 2 })
  const work = held()
  const taken = ['a', 'a', 'b'].map((key) => turns.take(key, work.work))
  await expect(turns.take('c', work.work)).rejects.toBeInstanceOf(Busy)
  work.end()
  await Promise.all(taken)
  const later = held()
  const two = [turns.take('a', later.work), turns.take('a', later.work)]
  await expect(turns.take('a', later.work)).rejects.toBeInstanceOf(Busy)
  later.end()
  await Promise.all(two)
})
