import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyVariables } from '../../cloudfunctions/runtime/keys'

const text = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8')

describe('cloudbaserc.json', () => {
  interface CloudFunction {
    readonly name: string
    readonly handler: string
    readonly installDependency: boolean
    readonly envVariables: Readonly<Record<string, string>>
    readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[]
  }
  const settings: { version: string; envId: string; functionRoot: string; functions: CloudFunction[] } = JSON.parse(
    text('cloudbaserc.json'),
  )

  it('uploads what is built, and nothing is installed there', () => {
    expect(settings).toMatchObject({ version: '2.0', envId: '{{env.LIANXIN_CLOUD}}', functionRoot: 'dist/cloudfunctions' })
    const built = /const openapi: .* = \{ (.*) \}/.exec(text('scripts/build-functions.ts'))?.[1] ?? ''
    expect(settings.functions.map(({ name }) => name)).toEqual([...built.matchAll(/(\w+): \[/g)].map(([, name]) => name))
    for (const { handler, installDependency } of settings.functions) expect([handler, installDependency]).toEqual(['index.main', false])
  })

  it('gives each function its keys, by name only', () => {
    const wanted = Object.fromEntries(Object.values(keyVariables).map((name) => [name, `{{env.${name}}}`]))
    for (const { envVariables } of settings.functions) expect(envVariables).toEqual(wanted)
  })

  it('rings jobs for each kind of work it knows, in seven fields, and nobody else', () => {
    const works = /works: .* = \{\n([\s\S]*?)\n\}/.exec(text('cloudfunctions/doors/jobs.ts'))?.[1] ?? ''
    const known = [...works.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name)
    const timers = settings.functions.flatMap(({ name, triggers = [] }) => triggers.map((timer) => ({ of: name, ...timer })))
    expect(timers.map(({ name }) => name)).toEqual(known)
    expect(known.length).toBeGreaterThan(0)
    for (const { of, type, config } of timers) expect([of, type, config.split(' ').length]).toEqual(['jobs', 'timer', 7])
  })
})
