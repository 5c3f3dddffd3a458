/**
 * Who may call which function from a phone: one JSON for the whole environment. Timers, HTTP access and the console are not
 * asked by it.
 */
import * as z from 'zod'

const rulesShape = z.record(z.string(), z.looseObject({ invoke: z.union([z.boolean(), z.string()]) }))

/** WeChat says who is calling, and `api` asks no more of them; a stranger without WeChat is none of its callers. */
const known = 'auth != null'
const ours = { api: { invoke: known }, jobs: { invoke: false } } as const

/** The rules that stand there with ours in their place; those of other functions stay. Throws a sentence when they cannot be read. */
export function withOurRules(text: string | undefined): string {
  return JSON.stringify({ '*': { invoke: known }, ...rulesIn(text), ...ours })
}

export function ruleDifferences(text: string | undefined): string[] {
  const { api, jobs } = rulesIn(text)
  return [
    ...(jobs?.invoke === false ? [] : ['云函数 jobs 手机上能直接叫到，应当叫不到']),
    ...(isKnownOnly(api?.invoke) ? [] : [`云函数 api 的规则是 ${JSON.stringify(api?.invoke ?? null)}，应当是 "${known}"`]),
  ]
}

const isKnownOnly = (invoke: boolean | string | undefined) => typeof invoke === 'string' && invoke.replaceAll(' ', '') === 'auth!=null'

function rulesIn(text: string | undefined): z.infer<typeof rulesShape> {
  if (text === undefined || text.trim() === '') return {}
  try {
    return rulesShape.parse(JSON.parse(text))
  } catch {
    throw new Error('云函数的安全规则读不懂（里面可能有注释）。请到控制台“云函数 → 权限控制”里改成标准的 JSON，再做一次')
  }
}
