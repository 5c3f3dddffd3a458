/**
 * `npm run cloud:init`: prepares an environment of CloudBase, then reads every setting back and fails where one differs.
 * `-- --check` only reads; `-- --new-keys` prints three keys; `-- --suite` adds the collections of the database suite.
 */
import { parseArgs } from 'node:util'
import { collections } from '../cloudfunctions/doors/house'
import { wait } from '../cloudfunctions/runtime/clock'
import { freshSecrets, keyVariables, openCloudKeys } from '../cloudfunctions/runtime/keys'
import { villageCollections } from '../test/database/suite-village'
import { sayCloudFailure } from './cloud/failure-words'
import { openManagedEnvironment } from './cloud/managed-environment'
import { planOf } from './cloud/plan'
import { differencesInTheEnd, setUp } from './cloud/set-up'
import { accessIn, cloudVariables } from './cloud/variables'

const lookAgainMs = 3000
const say = (line: string) => process.stdout.write(`${line}\n`)

function newKeys(): void {
  const secrets = freshSecrets()
  say(`${keyVariables.claim}=${secrets.claim}`)
  say(`${keyVariables.address}=${secrets.address}`)
  say(`${keyVariables.device}=${secrets.device}`)
  say(`${keyVariables.seal}=${secrets.seal}`)
  say(`${keyVariables.index}=${secrets.index}`)
}

async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { check: flag, suite: flag, 'new-keys': flag } })
  if (values['new-keys']) return newKeys()
  const variables = cloudVariables()
  const access = accessIn(variables)
  // The deploying tool says nothing to a key that is not there: it would upload an empty one over the one in the cloud.
  openCloudKeys(variables)
  const cloud = openManagedEnvironment(access)
  const plan = [...planOf(collections), ...(values.suite ? planOf(villageCollections, 'suite_') : [])]
  say(`环境 ${access.env}：${values.check ? '只核对，不改动' : '开始设置'}`)
  if (!values.check) await setUp(cloud, plan, say)
  const found = await differencesInTheEnd(cloud, plan, () => wait(lookAgainMs), values.check ? 1 : 5)
  for (const difference of found) process.stderr.write(`不对：${difference}\n`)
  if (found.length > 0) throw new Error(`有 ${found.length} 处不对，先不要给人用`)
  say(`核对过了：${plan.length} 个集合和它们的索引、云存储、云函数，都对`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayCloudFailure(error)}\n`)
  process.exitCode = 1
})
