import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dayMs, instantOf } from '#shared/kernel/day'
import { BadOption } from '../../cloudfunctions/doors/bad-option'
import { foundCounty } from '../../cloudfunctions/doors/found-county'
import { collections, schemaNumber, storesOf } from '../../cloudfunctions/doors/house'
import { readOptions, runLocal } from '../../cloudfunctions/doors/local'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openEmbeddedDatabase } from '../../cloudfunctions/runtime/embedded-database'
import { freshSecrets, openLocalKeys } from '../../cloudfunctions/runtime/keys'

describe('the options of npm start', () => {
  it('have the defaults the README names', () => {
    expect(readOptions([])).toMatchObject({ port: 7788, host: '127.0.0.1', folder: join(process.cwd(), 'data') })
    expect(readOptions([])).not.toHaveProperty('demo')
  })

  it('are read', () => {
    const args = ['--port', '0', '--host', '0.0.0.0', '--data', '/srv/x', '--demo', '--now', '2026-11-25T08:50:00+08:00']
    expect(readOptions(args)).toEqual({ port: 0, host: '0.0.0.0', folder: '/srv/x', demo: true, now: instantOf('2026-11-25', '08:50') })
    expect(readOptions(['--no-demo']).demo).toBe(false)
  })

  it.each([
    [['--port', 'many'], '--port'],
    [['--port', '70000'], '--port'],
    [['--demo', '--no-demo'], '只能写一个'],
    [['--now', '2026-11-25T08:50:00+08:00'], '--demo'],
    [['--demo', '--now', 'yesterday'], '--now'],
  ])('%j is refused in one sentence', (args, words) => {
    expect(() => readOptions(args)).toThrow(BadOption)
    expect(() => readOptions(args)).toThrow(words)
  })
})

describe('a demonstration', () => {
  let place: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'local-'))
    mkdirSync(join(place, 'h5'))
    writeFileSync(join(place, 'h5/index.html'), '<!doctype html><title>先锋连心</title>')
  })
  afterEach(() => rmSync(place, { recursive: true, force: true }))

  const run = (at: string | undefined, demo?: boolean, say: (line: string) => void = () => undefined) =>
    runLocal(
      {
        port: 0,
        host: '127.0.0.1',
        folder: join(place, 'data'),
        ...(demo === undefined ? {} : { demo }),
        ...(at === undefined ? {} : { now: Date.parse(`${at}+08:00`) }),
      },
      join(place, 'h5'),
      say,
    )
  const ask = async (url: string, action: string, input: object = {}) => {
    const body = JSON.stringify({ action, input, requestId: 'request-1' })
    const reply: { ok: boolean; data?: Record<string, unknown> } = await (await fetch(`${url}/api`, { method: 'POST', body })).json()
    return reply
  }

  /** Bytes that no ticket speaks of. */
  const layFile = (at: number) => {
    const file = join(place, 'data/files/0123456789abcdef')
    mkdirSync(join(place, 'data/files'), { recursive: true })
    writeFileSync(file, 'a paper')
    utimesSync(file, at / 1000, at / 1000)
    return file
  }

  it.each(['00:00:00', '00:10:00', '08:50:00', '12:29:00', '23:29:59', '23:45:00', '23:51:00', '23:59:59'])(
    'can be laid at %s',
    async (time) => {
      const running = await run(`2026-11-30T${time}`)
      const { data } = await ask(running.url, 'codes.resolve', { code: 'DANGRI01' })
      expect(data).toMatchObject({ kind: 'themeDay', branchName: '示范村支部' })
      expect((await ask(running.url, 'demo.listCast')).data?.rows).toHaveLength(7)
      await running.close()
    },
  )

  it('is the same village for the rest of the day and a new one the next', async () => {
    const branchId = async (at: string) => {
      const running = await run(at)
      const { data } = await ask(running.url, 'codes.resolve', { code: 'DANGRI01' })
      await running.close()
      return data?.branchId
    }
    const morning = await branchId('2026-11-25T08:50:00')
    expect(await branchId('2026-11-25T20:00:00')).toBe(morning)
    expect(await branchId('2026-11-26T08:50:00')).not.toBe(morning)
  })

  it('that is laid anew keeps no file of the day before', async () => {
    await (await run('2026-11-25T08:50:00')).close()
    const paper = layFile(Date.now())
    await (await run('2026-11-25T20:00:00')).close()
    expect(existsSync(paper)).toBe(true)
    await (await run('2026-11-26T08:50:00')).close()
    expect(existsSync(paper)).toBe(false)
  })

  it('whose laying was cut short is begun again', async () => {
    const running = await run('2026-11-25T08:50:00')
    await running.close()
    const db = openEmbeddedDatabase({ folder: join(place, 'data'), collections, schema: schemaNumber })
    await storesOf({ db, keys: openLocalKeys(join(place, 'data')), chance: systemChance }).cast.markLaid('2026-11-25', false)
    await db.close()
    const again = await run('2026-11-25T09:00:00')
    expect((await ask(again.url, 'demo.listCast')).data?.rows).toHaveLength(7)
    expect((await ask(again.url, 'codes.resolve', { code: 'DANGRI01' })).data).toMatchObject({ kind: 'themeDay' })
    await again.close()
  })

  it('is never laid over real data, nor taken for it', async () => {
    const folder = join(place, 'data')
    mkdirSync(folder)
    const db = openEmbeddedDatabase({ folder, collections, schema: schemaNumber })
    const stores = storesOf({ db, keys: openLocalKeys(folder), chance: systemChance })
    await foundCounty(db, stores, { county: '青石县', admin: '沈文' }, Date.now())
    await expect(foundCounty(db, stores, { county: '另县', admin: '某某' }, Date.now())).rejects.toThrow('已经建过县')
    await db.close()
    await expect(run(undefined, true)).rejects.toThrow('正式的数据')
    const real = await run(undefined)
    expect(await ask(real.url, 'demo.listCast')).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
    await real.close()
    rmSync(folder, { recursive: true })
    await (await run('2026-11-25T08:50:00')).close()
    await expect(run(undefined, false)).rejects.toThrow('铺的是示范村')
  })

  it('or not, a folder of an earlier program gains the later keys, and once it is said that they are to be kept anew', async () => {
    const { archive, ...older } = freshSecrets()
    await (await run(undefined, false)).close()
    writeFileSync(join(place, 'data/keys.json'), JSON.stringify(older))
    const lines: string[] = []
    for (const _ of [1, 2]) await (await run(undefined, false, (line) => lines.push(line))).close()
    expect(lines.filter((line) => line.includes('keys.json'))).toEqual([expect.stringContaining('请重新另外存一份')])
    expect(JSON.parse(readFileSync(join(place, 'data/keys.json'), 'utf8'))).toMatchObject({
      ...older,
      archive: expect.not.stringMatching(archive),
    })
  })

  it('or not, the program sweeps by itself what nobody uses', async () => {
    await (await run(undefined, false)).close()
    const paper = layFile(Date.now() - 40 * dayMs)
    const running = await run(undefined, false)
    while (existsSync(paper)) await pause(20)
    await running.close()
  })

  it('gives whoever tries on a person a session of their own', async () => {
    const running = await run('2026-11-25T08:50:00')
    const { data } = await ask(running.url, 'demo.become', { person: 'zhang' })
    const response = await fetch(`${running.url}/api`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(data?.token)}` },
      body: JSON.stringify({ action: 'session.who', input: {}, requestId: 'request-2' }),
    })
    expect(await response.json()).toMatchObject({ data: { isDemonstration: true, persons: [{ name: '张建国', groupName: '二组' }] } })
    await running.close()
  })
})
