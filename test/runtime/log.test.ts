import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayMs, instantOf } from '#shared/kernel/day'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { openFileLog } from '../../cloudfunctions/runtime/log'
import { openRateLimit } from '../../cloudfunctions/runtime/rate-limit'

describe('the log of one machine', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const line = (at: number) => ({ at, requestId: 'request-1', action: 'session.who', outcome: 'ok', ms: 1 })

  it('begins a new file with the branch’s own day and keeps thirty', async () => {
    mkdirSync(join(folder, 'log'))
    for (let day = 1; day <= 40; day += 1) writeFileSync(join(folder, 'log', `2026-01-${String(day).padStart(2, '0')}.jsonl`), '')
    const lastOfMonth = instantOf('2026-11-30', '23:59')
    for (const minutes of [[0], [1, 2]]) {
      const log = openFileLog(folder)
      for (const minute of minutes) log.write(line(lastOfMonth + minute * 60_000))
      await log.close()
    }
    const files = readdirSync(join(folder, 'log')).sort()
    expect(files).toHaveLength(30)
    expect(files.slice(-2)).toEqual(['2026-11-30.jsonl', '2026-12-01.jsonl'])
    expect(readFileSync(join(folder, 'log/2026-12-01.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })

  it('goes on in the file of the day after a restart', async () => {
    for (const minute of [0, 1]) {
      const log = openFileLog(folder)
      log.write(line(instantOf('2026-11-25', '08:00') + minute * 60_000))
      await log.close()
    }
    expect(readFileSync(join(folder, 'log/2026-11-25.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })

  it('never throws: what the disk does not take is counted, and the next line that is taken says how many', async () => {
    const said = listenAside()
    const day = join(folder, 'log', '2026-11-25.jsonl')
    const at = instantOf('2026-11-25', '08:00')
    const log = openFileLog(folder)
    log.write(line(at))
    await log.close()
    // A folder stands where the day's file should: no user, not even root, can write there.
    const kept = readFileSync(day)
    rmSync(day)
    mkdirSync(day)
    const away = openFileLog(folder)
    for (const n of [1, 2, 3]) away.write(line(at + n))
    expect(away.isWhole()).toBe(false)
    expect(said.words().match(/运行日志写不进去/g)).toHaveLength(1)
    rmSync(day, { recursive: true })
    // Half a line stood there when the disk was full: the next one begins on a line of its own.
    writeFileSync(day, Buffer.concat([kept, Buffer.from('{"at":17')]))
    away.write(line(at + 4))
    expect(away.isWhole()).toBe(true)
    await away.close()
    const lines = readFileSync(day, 'utf8').trim().split('\n')
    expect(lines.map((one) => one.slice(0, 8))).toEqual(['{"at":17', '{"at":17', '{"at":17', '{"at":17'])
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ action: 'log', outcome: 'LOST', lines: 3 })
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({ at: at + 4 })
    said.end()
  })

  it('whose folder or file was removed says so, and goes on in a new one', async () => {
    const at = instantOf('2026-11-25', '08:00')
    const day = join(folder, 'log/2026-11-25.jsonl')
    const log = openFileLog(folder)
    log.write(line(at))
    for (const gone of [join(folder, 'log'), day]) {
      expect(log.isWhole()).toBe(true)
      rmSync(gone, { recursive: true })
      expect(log.isWhole()).toBe(false)
      log.write(line(at + 1))
      expect(log.isWhole()).toBe(true)
      expect(readFileSync(day, 'utf8').trim().split('\n')).toHaveLength(1)
    }
    await log.close()
  })

  it('a day has a bound: one last line says that it is reached, and the next day begins anew', async () => {
    const said = listenAside()
    const log = openFileLog(folder, { bytesADay: 1000 })
    const at = instantOf('2026-11-25', '08:00')
    for (let n = 0; n < 200; n += 1) log.write({ ...line(at + n), error: 'out of order' })
    log.write(line(at + dayMs))
    await log.close()
    const first = readFileSync(join(folder, 'log/2026-11-25.jsonl'), 'utf8')
    expect(first.length).toBeLessThan(1100)
    expect(JSON.parse(first.trim().split('\n').at(-1) ?? '')).toMatchObject({ action: 'log', outcome: 'FULL' })
    expect(said.words().length).toBeLessThan(1000)
    expect(readFileSync(join(folder, 'log/2026-11-26.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1)
    said.end()
  })

  it('is readable by its owner only, also what an earlier program left', async () => {
    mkdirSync(join(folder, 'log'), { mode: 0o755 })
    writeFileSync(join(folder, 'log/2026-11-24.jsonl'), '', { mode: 0o644 })
    const log = openFileLog(folder)
    log.write(line(instantOf('2026-11-25', '08:00')))
    await log.close()
    const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
    expect(['log', 'log/2026-11-24.jsonl', 'log/2026-11-25.jsonl'].map(modeOf)).toEqual(['700', '600', '600'])
  })
})

/** What is said on stderr meanwhile. */
function listenAside() {
  const said: string[] = []
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  return { words: () => said.join(''), end: () => write.mockRestore() }
}

describe('the keys of one machine', () => {
  it('are made once, readable by their owner only, and say the same for ever', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    const first = openLocalKeys(folder).hmac('claim', 'x').toString('hex')
    expect(openLocalKeys(folder).hmac('claim', 'x').toString('hex')).toBe(first)
    expect(openLocalKeys(folder).hmac('address', 'x').toString('hex')).not.toBe(first)
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })
})

describe('the rate limit', () => {
  it('lets a burst through, then as many as are earned back', () => {
    const limit = openRateLimit({ burst: 2, perSecond: 1 })
    const at = (ms: number) => limit.allows('a', ms)
    expect([at(0), at(0), at(0), at(500), at(1000), at(1000)]).toEqual([true, true, false, false, true, false])
    expect(limit.allows('b', 1000)).toBe(true)
    expect([at(dayMs), at(dayMs), at(dayMs)]).toEqual([true, true, false])
  })

  it('is not fooled by a clock that goes back', () => {
    const limit = openRateLimit({ burst: 1, perSecond: 1 })
    expect([limit.allows('a', 10_000), limit.allows('a', 0), limit.allows('a', 500)]).toEqual([true, false, false])
  })
})
