/** The SQL that is made for a question is answered through an index. */
import { join } from 'node:path'
import { openLibsql } from '../../cloudfunctions/runtime/embedded-connection'
import { planCount, planList, planMany } from '../../cloudfunctions/runtime/embedded-query'
import { shapesOf } from '../../cloudfunctions/runtime/embedded-schema'
import { closeStores, openStore, temporaryFolder } from './embedded-side'
import { members } from './suite-village'

afterEach(closeStores)

describe('SQLite goes through the declared index and sorts nothing', () => {
  const page = {
    where: new Map<string, unknown>(),
    orderBy: 'number',
    descending: false,
    from: undefined,
    to: undefined,
    after: undefined,
    limit: 30,
  }
  const east = new Map<string, unknown>([['branch', 'east']])
  const activeEast = new Map<string, unknown>([...east, ['active', true]])
  const questions = [
    { ask: 'an order alone', query: page, plan: 'USING INDEX members.number' },
    { ask: 'a page further on', query: { ...page, after: 7, from: 3 }, plan: 'SEARCH members USING INDEX members.number (<expr>>?)' },
    {
      ask: 'a range, backwards',
      query: { ...page, from: 3, to: 9, after: 7, descending: true },
      plan: 'members.number (<expr>>? AND <expr><?)',
    },
    { ask: 'equality', query: { ...page, where: activeEast }, plan: 'members.branch.active.number (<expr>=? AND <expr>=?' },
    { ask: 'equality by id', query: { ...page, where: east, orderBy: '_id', after: 'm1' }, plan: 'members.branch._id (<expr>=? AND id>?)' },
    { ask: 'ids', query: { ...page, orderBy: '_id', after: 'm1' }, plan: 'SEARCH members USING INDEX sqlite_autoindex_members_1 (id>?)' },
  ]

  test.each(questions)('$ask', ({ query, plan }) => {
    expect(explained((shape) => planList(shape, query))).toEqual([expect.stringContaining(plan)])
  })

  test('a count', () => {
    expect(explained((shape) => planCount(shape, activeEast))).toEqual([
      expect.stringContaining('members.branch.active.number (<expr>=? AND <expr>=?)'),
    ])
  })

  test('several ids', () => {
    expect(explained((shape) => planMany(shape, ['m1', 'm2']))[0]).toContain('SEARCH members USING INDEX sqlite_autoindex_members_1 (id=?)')
  })

  function explained(
    planOf: (shape: ReturnType<typeof membersShape>) => { readonly sql: string; readonly values: readonly (string | number)[] },
  ): unknown[] {
    const folder = temporaryFolder()
    openStore({ folder })
    const connection = openLibsql(join(folder, 'store.db'))
    const { sql, values } = planOf(membersShape())
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    connection.close()
    return steps.map((step) => step.detail)
  }
})

function membersShape() {
  const shape = shapesOf([members]).get('members')
  if (!shape) throw new Error('members has no shape')
  return shape
}
