import { collections } from '../../cloudfunctions/doors/house'
import { differences } from '../../scripts/cloud/differences'
import type { CloudEnvironment } from '../../scripts/cloud/environment'
import { sayCloudFailure } from '../../scripts/cloud/failure-words'
import { ruleDifferences, withOurRules } from '../../scripts/cloud/function-rules'
import { openManagedEnvironment } from '../../scripts/cloud/managed-environment'
import { planOf } from '../../scripts/cloud/plan'
import { differencesInTheEnd, setUp } from '../../scripts/cloud/set-up'
import { accessIn } from '../../scripts/cloud/variables'
import { PlayedEnvironment } from './played-environment'

const plan = planOf(collections)

let cloud: CloudEnvironment
let played: PlayedEnvironment
const before = { ...process.env }
beforeEach(async () => {
  played = new PlayedEnvironment()
  await played.open()
  process.env.TCB_BASE_URL = played.url
  delete process.env.http_proxy
  cloud = openManagedEnvironment({ env: 'village-1', secretId: 'id', secretKey: 'key' })
})
afterEach(async () => {
  await played.close()
  process.env = { ...before }
  expect(played.strange).toEqual([])
})

const quietly = () => undefined

describe('the plan', () => {
  it('has every declared collection once, and its indexes without the one on ids', () => {
    expect(plan.map(({ name }) => name).sort()).toEqual(collections.map(({ name }) => name).sort())
    expect(plan.find(({ name }) => name === 'grants')?.indexes).toEqual([
      { name: 'personId__id', fields: ['personId', '_id'] },
      { name: 'unitId__id', fields: ['unitId', '_id'] },
      { name: 'branchId__id', fields: ['branchId', '_id'] },
      { name: 'unitId_role__id', fields: ['unitId', 'role', '_id'] },
      { name: 'role__id', fields: ['role', '_id'] },
    ])
  })

  it('can stand beside others’ data under a name of its own', () => {
    expect(planOf([{ name: 'gifts', indexes: [] }], 'suite_')).toEqual([{ name: 'suite_gifts', indexes: [] }])
  })
})

describe('setting an environment up', () => {
  it('makes, closes and indexes everything, and reads it back without a difference', async () => {
    const said: string[] = []
    await setUp(cloud, plan, (line) => said.push(line))
    expect(await differences(cloud, plan)).toEqual([])
    expect([...played.collections.keys()].sort()).toEqual(collections.map(({ name }) => name).sort())
    expect([...played.collections.values()].every(({ access }) => access === 'ADMINONLY')).toBe(true)
    expect(played.collections.get('persons')?.indexes.get('branchId_sortKey')).toEqual({
      Name: 'branchId_sortKey',
      Keys: [
        { Name: 'branchId', Direction: '1' },
        { Name: 'sortKey', Direction: '1' },
      ],
      Unique: false,
    })
    expect(played.storage).toBe('ADMINONLY')
    expect(JSON.parse(played.rules ?? '')).toMatchObject({ jobs: { invoke: false }, api: { invoke: 'auth != null' } })
    expect(said).toContain('建好集合 persons')
  })

  it('closes a collection before it does anything else to it', async () => {
    await setUp(cloud, plan, quietly)
    const mine = played.changes.filter((change) => change.endsWith(' persons'))
    expect(mine).toEqual(['CreateTable persons', 'ModifyResourcePermission persons', 'UpdateTable persons'])
  })

  it('asked again, changes nothing', async () => {
    await setUp(cloud, plan, quietly)
    played.changes.length = 0
    await setUp(cloud, plan, (line) => played.strange.push(line))
    expect(played.changes).toEqual([])
  })

  it('finishes what was begun, and leaves what is not ours', async () => {
    const others = Array.from({ length: 130 }, (_, index) => `other${index}`)
    for (const name of [...others, 'persons']) played.collections.set(name, { access: 'READONLY', indexes: new Map() })
    played.rules = '{"*":{"invoke":true},"pay":{"invoke":true},"jobs":{"invoke":true}}'
    await setUp(cloud, plan, quietly)
    expect(await differences(cloud, plan)).toEqual([])
    expect(played.changes.some((change) => change.includes('other'))).toBe(false)
    expect(played.changes).not.toContain('CreateTable persons')
    expect(played.collections.get('other0')?.access).toBe('READONLY')
    expect(JSON.parse(played.rules)).toEqual({
      '*': { invoke: true },
      pay: { invoke: true },
      jobs: { invoke: false },
      api: { invoke: 'auth != null' },
    })
  })
})

describe('reading back names every difference', () => {
  it('on an empty environment: each collection, the storage and the functions', async () => {
    const found = await differences(cloud, plan)
    expect(found).toEqual([
      ...plan.map(({ name }) => `没有集合 ${name}`),
      '云存储现在是 PRIVATE，应当是 ADMINONLY（仅管理端可读写）',
      '云函数 jobs 手机上能直接叫到，应当叫不到',
      '云函数 api 的规则是 null，应当是 "auth != null"',
    ])
    expect(played.changes).toEqual([])
  })

  it.each(['READONLY', 'PRIVATE', 'ADMINWRITE', 'CUSTOM'])('a collection that is %s', async (access) => {
    await setUp(cloud, plan, quietly)
    played.collections.set('members', { access, indexes: played.collections.get('members')?.indexes ?? new Map() })
    expect(await differences(cloud, plan)).toEqual([
      `集合 members 现在是 ${access}，应当是 ADMINONLY（仅管理端可读写），否则手机能绕过程序直接读写`,
    ])
  })

  it('an index that is missing, runs the other way, or keeps things single', async () => {
    await setUp(cloud, plan, quietly)
    const indexes = played.collections.get('grants')?.indexes
    indexes?.delete('role__id')
    indexes?.set('personId__id', { Name: 'personId__id', Keys: [{ Name: 'personId', Direction: '1' }], Unique: true })
    const keysOfUnit = ['unitId', 'role', '_id'].map((Name) => ({ Name, Direction: '-1' }))
    indexes?.set('unitId_role__id', { Name: 'unitId_role__id', Keys: keysOfUnit, Unique: false })
    expect(await differences(cloud, plan)).toEqual([
      '集合 grants 的索引 personId__id 不对（personId，唯一），请到控制台删掉它，再做一次',
      '集合 grants 的索引 unitId_role__id 不对（-unitId、-role、-_id），请到控制台删掉它，再做一次',
      '集合 grants 没有索引 role__id（role、_id）',
    ])
  })

  it.each(['CreateTable', 'UpdateTable', 'ModifyResourcePermission'])(
    'when the cloud says yes to %s and does not do it',
    async (action) => {
      played.deafTo.add(action)
      await setUp(cloud, plan, quietly).catch(quietly)
      expect((await differences(cloud, plan)).length).toBeGreaterThan(0)
      played.strange.length = 0
    },
  )

  it('looks again while the cloud still shows the old state, and not for ever', async () => {
    await setUp(cloud, plan, quietly)
    let waits = 0
    const wait = async () => {
      waits += 1
    }
    played.staleReads = 2
    expect(await differencesInTheEnd(cloud, plan, wait)).toEqual([])
    expect(waits).toBe(2)
    played.staleReads = 99
    expect(await differencesInTheEnd(cloud, plan, wait)).toHaveLength(plan.length)
    expect(waits).toBe(6)
  })
})

describe('the rules of functions', () => {
  it('are ours in the place of others, for us only', () => {
    expect(JSON.parse(withOurRules(undefined))).toEqual({
      '*': { invoke: 'auth != null' },
      api: { invoke: 'auth != null' },
      jobs: { invoke: false },
    })
    expect(ruleDifferences(withOurRules('{"*":{"invoke":"auth.x"}}'))).toEqual([])
    expect(ruleDifferences('{"*":{"invoke":false},"jobs":{"invoke":false},"api":{"invoke":"auth!=null"}}')).toEqual([])
  })

  it.each([true, false, 'auth.loginType != null'])('say when api is %j', (invoke) => {
    const rules = JSON.stringify({ '*': { invoke: true }, jobs: { invoke: false }, api: { invoke } })
    expect(ruleDifferences(rules)).toEqual([`云函数 api 的规则是 ${JSON.stringify(invoke)}，应当是 "auth != null"`])
  })

  it.each(['{"*": // anyone\n {"invoke":true}}', '[]', '{"api":true}'])('that cannot be read are not written over: %s', (text) => {
    expect(() => withOurRules(text)).toThrow('读不懂')
    expect(() => ruleDifferences(text)).toThrow('读不懂')
  })
})

describe('what goes wrong is said in one sentence', () => {
  it.each([
    ['AuthFailure.SecretIdNotFound', '腾讯云不认这对访问密钥，请看看 SecretId 和 SecretKey 填对没有（AuthFailure.SecretIdNotFound）'],
    ['UnauthorizedOperation', '这对访问密钥管不了这个环境，请用主账号让它能管云开发（UnauthorizedOperation）'],
    ['LimitExceeded', '没有做成：LimitExceeded [DescribeEnvInfo] refused'],
  ])('when the cloud refuses with %s', async (code, sentence) => {
    played.refusesWith = code
    expect(sayCloudFailure(await differences(cloud, plan).catch((error: unknown) => error))).toBe(sentence)
  })

  it.each(['LIANXIN_CLOUD', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'])('when %s is not filled in', (name) => {
    const access = { LIANXIN_CLOUD: 'village-1', TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'canary', [name]: ' ' }
    expect(() => accessIn(access)).toThrow(new RegExp(`^还没有填 ${name}（`))
  })
})
