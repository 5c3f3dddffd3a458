import { openBytesInHand } from '../../cloudfunctions/runtime/bytes-in-hand'

it('holds so many in all and so many of one, and what is given back may be taken again', () => {
  const bytes = openBytesInHand({ all: 10, each: 6 })
  expect([bytes.take('a', 4), bytes.take('a', 3), bytes.take('a', 2), bytes.take('b', 5), bytes.take('b', 4)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ])
  bytes.giveBack('a', 4)
  expect([bytes.take('b', 3), bytes.take('a', 5), bytes.take('a', 4), bytes.take('c', 1)]).toEqual([false, false, true, false])
})
