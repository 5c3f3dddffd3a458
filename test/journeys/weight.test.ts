/** What a first scan downloads on a weak signal, and what must never be in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { h5, openStage } from './stage'

const scripts = readdirSync(join(h5, 'js')).filter((name) => name.endsWith('.js'))

it('no schema library reaches the phone', () => {
  const carriers = scripts.filter((name) => /ZodError|safeParse/.test(readFileSync(join(h5, 'js', name), 'utf8')))
  expect(carriers).toEqual([])
})

it('the first page weighs at most 198 KB, packed as it is sent', async () => {
  const stage = await openStage()
  const page = await stage.open('/')
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter((entry) => entry instanceof PerformanceResourceTiming && !entry.name.endsWith('/api'))
      .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0), 0),
  )
  await stage.close()
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(198 * 1024)
})
