/** The browser's side: one POST, the token in a header, fifteen seconds. */
import { device } from './device'
import type { Send } from './ports'
import { Unreachable } from './unreachable'

const patienceMs = 15_000

/** A Reply comes with 200, 400, 413, 429 and 503 alike; anything that is not JSON (a proxy's page) counts as no answer. */
export const send: Send = async (envelope) => {
  const token = device.readToken()
  const given = new AbortController()
  const timer = setTimeout(() => given.abort(), patienceMs)
  try {
    const answer = await fetch('/api', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(envelope),
      cache: 'no-store',
      signal: given.signal,
    })
    return await answer.json()
  } catch {
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
}
