/**
 * The shape of the house, kept by reading every import. What a rule allows beyond itself is listed here and nowhere else.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

const root = join(__dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.scss'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = files.filter((file) => /\.tsx?$/.test(file))
const text = (file: string) => readFileSync(join(root, file), 'utf8')

interface Import {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

/** Every import of the project's own files, with where it leads; `import type` is told apart. */
const imports: readonly Import[] = sources.flatMap((from) =>
  [...text(from).matchAll(/^(import|export)\s+(type\s+)?([^'"]*?from\s+)?['"]([^'"]+)['"]/gm)].flatMap(([, , type, , target = '']) => {
    const isTypeOnly = type !== undefined
    if (target.startsWith('#shared/')) return { from, to: `shared/${target.slice('#shared/'.length)}`, isTypeOnly }
    if (target.startsWith('.')) return { from, to: relative(root, normalize(join(root, dirname(from), target))), isTypeOnly }
    return { from, to: `package:${target}`, isTypeOnly }
  }),
)

const room = (path: string, side: string) => (path.startsWith(`${side}/`) ? path.split('/')[1] : undefined)
const broken = (rule: (one: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} → ${to}`)
const isTest = (path: string) => /^(test|scripts|config)\//.test(path) || !path.includes('/')

describe('imports flow one way', () => {
  it('shared stands on nothing but itself, zod and dayjs', () => {
    const allowed = ['package:zod', 'package:dayjs', 'package:dayjs/plugin/utc']
    expect(broken(({ from, to }) => from.startsWith('shared/') && !to.startsWith('shared/') && !allowed.includes(to))).toEqual([])
  })

  it('the kernel of shared knows no feature', () => {
    expect(
      broken(({ from, to }) => room(from, 'shared') === 'kernel' && room(to, 'shared') !== 'kernel' && to.startsWith('shared/')),
    ).toEqual([])
  })

  it('a feature of shared takes of another only what it stores, how its ids are made and what it is called', () => {
    // A name is read from a pasted list by one rule, whoever asks.
    const isNoun = (to: string) => /\/(model|ids|words)$/.test(to) || to === 'shared/members/roster'
    expect(
      broken(({ from, to }) => {
        const [mine, theirs] = [room(from, 'shared'), room(to, 'shared')]
        return (
          theirs !== undefined &&
          theirs !== 'kernel' &&
          mine !== undefined &&
          from !== 'shared/contracts.ts' &&
          mine !== theirs &&
          !isNoun(to)
        )
      }),
    ).toEqual([])
  })

  it('the sides meet only in shared', () => {
    expect(broken(({ from, to }) => from.startsWith('client/') && to.startsWith('cloudfunctions/'))).toEqual([])
    expect(broken(({ from, to }) => from.startsWith('cloudfunctions/') && to.startsWith('client/'))).toEqual([])
    expect(broken(({ from, to }) => !isTest(from) && /^(test|scripts)\//.test(to))).toEqual([])
  })

  it('in the cloud: runtime ← features and keeping ← doors', () => {
    const side = 'cloudfunctions'
    expect(broken(({ from, to }) => room(from, side) === 'runtime' && to.startsWith(`${side}/`) && room(to, side) !== 'runtime')).toEqual(
      [],
    )
    expect(broken(({ from, to }) => from.startsWith(`${side}/`) && room(from, side) !== 'doors' && room(to, side) === 'doors')).toEqual([])
  })

  it('in the cloud a handler composes stores; binding and founding are the two pieces others may use', () => {
    const pieces = ['cloudfunctions/claims/binding']
    expect(
      broken(({ from, to }) => {
        const [mine, theirs] = [room(from, 'cloudfunctions'), room(to, 'cloudfunctions')]
        const crosses = mine !== undefined && theirs !== undefined && mine !== theirs && mine !== 'doors' && theirs !== 'runtime'
        return crosses && !to.endsWith('/store') && !pieces.includes(to)
      }),
    ).toEqual([])
  })

  it('on the phone: kernel ← ui ← features', () => {
    const side = 'client'
    const inside = (to: string) => to.startsWith(`${side}/`)
    expect(broken(({ from, to }) => room(from, side) === 'kernel' && inside(to) && room(to, side) !== 'kernel')).toEqual([])
    expect(broken(({ from, to }) => room(from, side) === 'ui' && inside(to) && !['kernel', 'ui'].includes(room(to, side) ?? ''))).toEqual(
      [],
    )
    expect(
      broken(({ from, to }) => {
        const [mine, theirs] = [room(from, side), room(to, side)]
        const isFeature = (name: string | undefined) => name !== undefined && !['kernel', 'ui'].includes(name) && !name.startsWith('app')
        return isFeature(mine) && isFeature(theirs) && mine !== theirs
      }),
    ).toEqual([])
  })

  it('the phone takes contracts as types only: no zod comes with them', () => {
    const isSchema = (to: string) =>
      to === 'package:zod' || to === 'shared/contracts' || to === 'shared/kernel/shapes' || /^shared\/.*[/-](contract|model)$/.test(to)
    const free = ['shared/kernel/contract']
    expect(broken(({ from, to, isTypeOnly }) => from.startsWith('client/') && !isTypeOnly && isSchema(to) && !free.includes(to))).toEqual(
      [],
    )
    const values = imports.filter(({ isTypeOnly }) => !isTypeOnly)
    const reach = (path: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(path)) return seen
      seen.add(path)
      for (const { to } of values.filter(({ from }) => from.replace(/\.tsx?$/, '') === path)) reach(to, seen)
      return seen
    }
    const taken = new Set(
      values.filter(({ from, to }) => from.startsWith('client/') && to.startsWith('shared/')).flatMap(({ to }) => [...reach(to)]),
    )
    expect([...taken]).not.toContain('package:zod')
  })

  it('zod is imported whole and never passed on, or it would weigh four times as much', () => {
    const wrong = sources.filter((file) => /import\s*\{[^}]*\}\s*from 'zod'|export .* from 'zod'/.test(text(file)))
    expect(wrong.filter((file) => file !== 'test/architecture.test.ts')).toEqual([])
  })

  it('only the files of one platform know it', () => {
    const own = sources.filter((file) => file.startsWith('client/') && !/\.(h5|weapp)\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    const knows = /\b(window|document|localStorage|navigator)\s*[.[]|\bwx\./
    expect(own.filter((file) => knows.test(withoutComments(text(file))))).toEqual([])
  })
})

describe('one place for each oddity', () => {
  const product = sources.filter((file) => /^(shared|client|cloudfunctions)\//.test(file))

  it.each([
    ['the clock', /Date\.now\(\)|new Date\(\)/, ['cloudfunctions/runtime/clock.ts', 'client/kernel/clock.ts']],
    [
      'chance',
      /randomBytes\(|Math\.random\(|getRandomValues/,
      ['cloudfunctions/runtime/chance.ts', 'cloudfunctions/runtime/keys.ts', 'client/kernel/device.h5.ts', 'client/kernel/device.weapp.ts'],
    ],
    ['the SQLite library', /from 'libsql'/, ['cloudfunctions/runtime/embedded-connection.ts']],
    // One file for documents, one for everything else the SDK does: a function that keeps no files does not carry them.
    [
      'the cloud’s SDK',
      /from '@cloudbase\/node-sdk'/,
      ['cloudfunctions/runtime/cloudbase-connection.ts', 'cloudfunctions/runtime/cloudbase-services.ts'],
    ],
    ['what can be tapped', /\bonClick=/, ['client/ui/Tappable.tsx']],
  ])('%s', (_, pattern, allowed) => {
    expect(product.filter((file) => pattern.test(withoutComments(text(file))) && !allowed.includes(file))).toEqual([])
  })

  /** Files where a cast stands at an edge the compiler cannot see over; each says why beside it. */
  const casts = [
    'shared/kernel/fen.ts',
    'shared/kernel/points.ts',
    'cloudfunctions/runtime/handlers.ts',
    'cloudfunctions/runtime/embedded-connection.ts',
    'cloudfunctions/runtime/stored-documents.ts',
    'client/kernel/api.ts',
    'client/kernel/routes.ts',
    'client/ui/Page.tsx',
  ]
  it('casts', () => {
    const castIn = (file: string) =>
      withoutComments(text(file))
        .replace(/^(import|export) [^;]*? from '[^']*'$/gm, '')
        .replace(/'[^'\n]*'|`[^`]*`/g, "''")
        .match(/[\w)}\]] as (?!const\b)/)
    expect(product.filter((file) => castIn(file) !== null && !casts.includes(file))).toEqual([])
  })

  it('nothing escapes the compiler or the linter', () => {
    const wayOut = /@ts-ignore|@ts-nocheck|biome-ignore|eslint-disable|\bas any\b|: any\b/
    expect(sources.filter((file) => file !== 'test/architecture.test.ts' && wayOut.test(text(file)))).toEqual([])
  })

  it('no room is called by what it happens to hold', () => {
    expect(files.filter((file) => /(^|\/)(utils?|common|misc|helpers?)(\/|\.)/.test(file))).toEqual([])
  })

  it('files stay small enough to be read at once', () => {
    expect(product.filter((file) => text(file).split('\n').length > 250 && !file.endsWith('drawings.ts'))).toEqual([])
  })

  it('text grows with the reader: sizes come from the type scale', () => {
    const styles = files.filter((file) => file.endsWith('.scss'))
    expect(styles.filter((file) => /\drpx/i.test(text(file)))).toEqual([])
    // Paper is measured in points, and the row of tools keeps its size so that the headline below it can grow.
    const keepTheirSize = ['client/ui/page.scss', 'client/ui/press.scss']
    expect(styles.filter((file) => /font-size:\s*\d+px/i.test(text(file)) && !keepTheirSize.includes(file))).toEqual([])
  })

  it('a class belongs to one feature: in a browser the styles of every page that was opened stay', () => {
    const owners = new Map<string, Set<string>>()
    for (const file of files.filter((one) => one.endsWith('.scss'))) {
      const owner = room(file, 'client') ?? ''
      for (const [, name = ''] of withoutComments(text(file)).matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)) {
        owners.set(name, (owners.get(name) ?? new Set()).add(owner))
      }
    }
    // What ui and app.scss define may be placed by whoever uses it, and `is-` says in which state something is.
    const isOfAll = (name: string, by: ReadonlySet<string>) => by.has('ui') || by.has('app.scss') || name.startsWith('is-')
    const shared = [...owners].filter(([name, by]) => by.size > 1 && !isOfAll(name, by))
    expect(shared.map(([name, by]) => `${name}: ${[...by].join(', ')}`)).toEqual([])
  })
})

describe('money stays whole', () => {
  const arithmeticIn = (those: readonly string[]): readonly string[] =>
    JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', 'test/setup/arithmetic.ts', ...those], { cwd: root, encoding: 'utf8' }))
  const ofDues = sources.filter((file) => /^(shared|cloudfunctions|client)\/dues\//.test(file))

  it('the dues divide and round nothing themselves, and there is one division they all go through', () => {
    expect(ofDues.length).toBeGreaterThan(20)
    expect(arithmeticIn(['shared/kernel/fen.ts', ...ofDues])).toEqual(['shared/kernel/fen.ts: division'])
  }, 180_000)

  it('the server does not know the rule that asks for an income', () => {
    const knows = sources.filter((file) => file.startsWith('cloudfunctions/') && /\bassess\b/.test(withoutComments(text(file))))
    expect(knows).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}
