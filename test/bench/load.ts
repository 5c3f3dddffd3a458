/**
 * Asking over plain sockets, one question at a time on each. It does as little as it can, because it shares the machine
 * with what it measures.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { CheckIn } from './population'

export interface Stretch {
  readonly actions: number
  readonly seconds: number
  /** ms, ascending */
  readonly latencies: readonly number[]
}

export interface Callers {
  /** Asks until the time is over and the last question is answered. Throws at the first answer that is not a new check-in. */
  ask(seconds: number): Promise<Stretch>
  leave(): void
}

/** So many callers, each on a connection of its own that has been answered once: accepting connections is not what is measured. */
export async function openCallers(port: number, count: number, next: () => CheckIn): Promise<Callers> {
  const sockets = await Promise.all(Array.from({ length: count }, () => open(port)))
  await Promise.all(sockets.map((socket) => askUntil(socket, 0, next, [])))
  return {
    async ask(seconds) {
      const latencies: number[] = []
      const started = performance.now()
      await Promise.all(sockets.map((socket) => askUntil(socket, started + seconds * 1000, next, latencies)))
      const lasted = (performance.now() - started) / 1000
      return { actions: latencies.length, seconds: lasted, latencies: latencies.sort((a, b) => a - b) }
    },
    leave() {
      for (const socket of sockets) socket.destroy()
    },
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  // The head of an answer is ASCII and its length counts bytes: latin1 makes characters and bytes the same.
  return socket.setEncoding('latin1')
}

/** Asks once at least. */
function askUntil(socket: Socket, until: number, next: () => CheckIn, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = ''
    let asked = 0
    const ask = () => {
      answer = ''
      const question = questionOf(next())
      asked = performance.now()
      socket.write(question, 'latin1')
    }
    const hear = (part: unknown) => {
      answer += String(part)
      if (!isWhole(answer)) return
      const answered = performance.now()
      latencies.push(answered - asked)
      if (!isAccepted(answer)) end(new Error(`a check-in was answered with ${answer.slice(0, 1000)}`))
      else if (answered < until) ask()
      else end()
    }
    const cutOff = () => end(new Error('a connection was closed before its answer'))
    const end = (error?: Error) => {
      socket.off('data', hear).off('error', end).off('close', cutOff)
      if (error === undefined) resolve()
      else reject(error)
    }
    socket.on('data', hear).on('error', end).on('close', cutOff)
    ask()
  })
}

function questionOf({ token, themeDayId, requestId }: CheckIn): string {
  const envelope = { action: 'themeday.checkIn', input: { themeDayId, via: 'code' }, requestId, client: 'h5/0.1.0' }
  const body = JSON.stringify(envelope)
  return `POST /api HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** Either the length is declared or the answer comes in chunks, the last of which is empty. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}

/** Sent once, so `repeated` would be a mistake. */
function isAccepted(answer: string): boolean {
  return answer.startsWith('HTTP/1.1 200 ') && answer.includes('{"ok":true,') && !answer.includes('"repeated"')
}
