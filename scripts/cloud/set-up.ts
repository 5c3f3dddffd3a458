/** Makes what is missing in an environment and closes what is open. Deletes nothing, and does nothing twice. */
import { differences } from './differences'
import { type CloudEnvironment, closed } from './environment'
import { ruleDifferences, withOurRules } from './function-rules'
import type { Plan } from './plan'

type Say = (line: string) => void

export async function setUp(cloud: CloudEnvironment, plan: Plan, say: Say): Promise<void> {
  const there = new Set(await cloud.collections())
  for (const { name } of plan.filter((planned) => !there.has(planned.name))) {
    await cloud.makeCollection(name)
    say(`建好集合 ${name}`)
  }
  const access = await cloud.accessTo(plan.map(({ name }) => name))
  for (const { name, indexes } of plan) {
    // First closed, then made quick to search: a new collection is open to those who write into it.
    if (access.get(name) !== closed) {
      await cloud.closeCollection(name)
      say(`集合 ${name} 改为仅管理端可读写`)
    }
    const found = new Set((await cloud.indexesOf(name)).map((index) => index.name))
    const missing = indexes.filter((index) => !found.has(index.name))
    if (missing.length === 0) continue
    await cloud.makeIndexes(name, missing)
    say(`集合 ${name} 加好索引 ${missing.map((index) => index.name).join('、')}`)
  }
  if ((await cloud.storageAccess()) !== closed) {
    await cloud.closeStorage()
    say('云存储改为仅管理端可读写')
  }
  const rules = await cloud.functionRules()
  if (ruleDifferences(rules).length === 0) return
  await cloud.setFunctionRules(withOurRules(rules))
  say('云函数：jobs 手机上叫不到，api 微信里叫得到')
}

/** The cloud takes a moment until it shows what it was told: looked at again a few times before it counts as different. */
export async function differencesInTheEnd(cloud: CloudEnvironment, plan: Plan, wait: () => Promise<void>, looks = 5): Promise<string[]> {
  const found = await differences(cloud, plan)
  if (found.length === 0 || looks <= 1) return found
  await wait()
  return differencesInTheEnd(cloud, plan, wait, looks - 1)
}
