/** Reads an environment back and says, sentence by sentence, where it is not as planned. An empty list is what we want. */
import { type CloudEnvironment, closed, type FoundIndex } from './environment'
import { ruleDifferences } from './function-rules'
import type { Plan, PlannedIndex } from './plan'

export async function differences(cloud: CloudEnvironment, plan: Plan): Promise<string[]> {
  const there = new Set(await cloud.collections())
  const present = plan.filter(({ name }) => there.has(name))
  const access = await cloud.accessTo(present.map(({ name }) => name))
  const found: string[] = plan.filter(({ name }) => !there.has(name)).map(({ name }) => `没有集合 ${name}`)
  for (const { name, indexes } of present) {
    const tag = access.get(name)
    if (tag !== closed)
      found.push(`集合 ${name} 现在是 ${tag ?? '（没读到）'}，应当是 ${closed}（仅管理端可读写），否则手机能绕过程序直接读写`)
    found.push(...indexDifferences(name, indexes, await cloud.indexesOf(name)))
  }
  const storage = await cloud.storageAccess()
  if (storage !== closed) found.push(`云存储现在是 ${storage ?? '（没读到）'}，应当是 ${closed}（仅管理端可读写）`)
  return [...found, ...ruleDifferences(await cloud.functionRules())]
}

function indexDifferences(collection: string, planned: readonly PlannedIndex[], found: readonly FoundIndex[]): string[] {
  return planned.flatMap(({ name, fields }) => {
    const same = found.find((index) => index.name === name)
    if (same === undefined) return [`集合 ${collection} 没有索引 ${name}（${fields.join('、')}）`]
    const wrong = same.isUnique || same.fields.join() !== fields.join()
    return wrong ? [`集合 ${collection} 的索引 ${name} 不对（${sayIndex(same)}），请到控制台删掉它，再做一次`] : []
  })
}

const sayIndex = ({ fields, isUnique }: FoundIndex) => `${fields.join('、')}${isUnique ? '，唯一' : ''}`
