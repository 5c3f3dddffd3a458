import { createHmac } from 'node:crypto'
import { macBytes, textOfStep } from '#shared/themeday/rotating'
import { macOf } from '../../client/kernel/keyed-hash'

describe('the keyed hash of a phone', () => {
  it.each([0, 1, 118_000_000, 119_123_457])('is the server’s, for step %d', (step) => {
    const key = 'Hq3-a_9vQm0cXz2LkT7dRb5sWnYpEo1uFiGjA8tV4Ce'
    const text = textOfStep('branch_2026-11', step)
    const expected = createHmac('sha256', key).update(text).digest().subarray(0, macBytes).toString('base64url')
    expect(macOf(key, text)).toBe(expected)
  })
})
