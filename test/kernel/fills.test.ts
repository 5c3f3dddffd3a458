/** What is filled in on phones that lack it answers as the real thing does. */
import { fills } from '../../client/kernel/fills'

const filled = (name: string) => {
  const found = fills.find((fill) => fill[1] === name)
  if (found === undefined) throw new Error(`${name} is not filled in`)
  return { real: Reflect.get(found[0], name), mine: found[2] }
}

const bothOf = (name: string, self: unknown, given: readonly unknown[]) => {
  const { real, mine } = filled(name)
  return [Reflect.apply(mine, self, given), Reflect.apply(real, self, given)]
}

const list = ['a', ['b', ['c', ['d']]], [], 'e']

it.each([
  ...[0, 1, -1, -4, 9, -9, 1.9, -1.9, Number.NaN].map((index) => ['at', list, [index]] as const),
  ...[0, 1, 2, Number.POSITIVE_INFINITY].map((depth) => ['flat', list, [depth]] as const),
  ['flat', list, []] as const,
  ['flatMap', [1, 2, 3], [(item: number, index: number) => (item === 2 ? [] : [item, [index]])]] as const,
  ['fromEntries', Object, [new Map<string, unknown>([['a', 1]])]] as const,
  ['fromEntries', Object, [[['b', 2] as const, ['b', 3] as const]]] as const,
  ...['length', 'slice', '0', 'toString'].map((key) => ['hasOwn', Object, ['word', key]] as const),
  ...['a', '.', '$&', ''].map((wanted) => ['replaceAll', 'a.b$&a', [wanted, '-']] as const),
  ['replaceAll', 'a+b+c', ['+', '[$&]']] as const,
  ['replaceAll', "it's (so)", [/[!'()*]/g, (one: string) => `%${one.charCodeAt(0)}`]] as const,
])('%s of %j with %j', (name, self, given) => {
  const [mine, real] = bothOf(name, self, given)
  expect(mine).toEqual(real)
})

it('finally keeps what came before it, waits, and passes on what its own work throws', async () => {
  const { mine } = filled('finally')
  const done: string[] = []
  const after = (before: Promise<unknown>, work: () => unknown) => Reflect.apply(mine, before, [work])
  const slow = async () => {
    await Promise.resolve()
    done.push('over')
  }
  await expect(after(Promise.resolve(7), slow)).resolves.toBe(7)
  await expect(after(Promise.reject(new Error('no')), slow)).rejects.toThrow('no')
  await expect(after(Promise.resolve(7), () => Promise.reject(new Error('late')))).rejects.toThrow('late')
  expect(done).toEqual(['over', 'over'])
})
