/** Inputs of an action by its own schema: such as it allows, at the ends of what it allows, and such as it does not. */
import type { Schema } from '../contracts/foreign'
import { type Chance, oneOf } from '../dues/chance'

/** What may be hung onto a name or a line, as long as it is allowed to be. */
const letters = [
  'a',
  '-',
  '_',
  '0',
  '9',
  '王',
  '𠮷',
  '·',
  ' ',
  '\u3000',
  '\u0301',
  '👨‍👩‍👧',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u0000',
  '\u007f',
  '~',
  '%',
  "'",
  '\\',
]

/** Words that mean something to a language, a store, a page or a calendar. */
const meaning = [
  ...['', '__proto__', 'constructor', 'toString', '$where', '$ne', 'null', 'undefined', 'NaN', '-1', '1e9', 'county', 'nowhere_2026-11'],
  ...[
    "' OR 1=1 --",
    '<b>周</b>',
    '{name}',
    '../../keys.json',
    'ＡＢＣＤ１２３４',
    'ABCD2345',
    'ABCDEFGHJKLMNPQR',
    '李',
    '13800000001',
    '19999999999',
  ],
  ...[
    '2026-11-25',
    '2026-02-31',
    '0000-00-00',
    '2024-02-29',
    '2099-12-31',
    '9999-12-31',
    '2026-11',
    '2026-00',
    '2026-13',
    '2099-12',
    '2026',
    '2099',
  ],
  ...[
    '00:00',
    '09:00',
    '23:59',
    '24:00',
    '99:99',
    '0571-00000001',
    '2',
    '9',
    'https://example.org/a',
    'abcdefgh23456789',
    'c2FtZQ',
    'A'.repeat(16),
  ],
]

const operators = [
  '{"$gt":""}',
  '{"$where":"1"}',
  '{"$regex":".*"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"toString":1}',
]

/** Parsed from text as a door does, so that `__proto__` is a key like any other. */
const junk = (chance: Chance): unknown =>
  oneOf<() => unknown>(chance, [
    () => null,
    () => chance(2) === 0,
    () => oneOf(chance, [-1, 0, 1.5, 1e21, Number.MAX_SAFE_INTEGER + 1, -Number.MAX_VALUE]),
    () => oneOf(chance, meaning),
    () => oneOf(chance, letters).repeat(20_000),
    () => JSON.parse(oneOf(chance, operators)),
    () => [],
    () => Array.from({ length: 1_000 }, (_, place) => `id${place}`),
    () => JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`),
    () => JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`),
  ])()

export interface Making {
  readonly chance: Chance
  /** ids of real things, by the kind their name says; one's own and others' */
  readonly idsFor: (name: string) => readonly string[]
}

/** An input the schema takes, as far as a schema in JSON says. */
export function fitting(schema: Schema, making: Making, name = ''): unknown {
  const { chance } = making
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return fitting(oneOf(chance, options), making, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return oneOf(chance, schema.enum)
  switch (schema.type) {
    case 'object': {
      const keys = Object.entries(schema.properties ?? {}).filter(([key]) => schema.required?.includes(key) || chance(3) > 0)
      return Object.fromEntries(keys.map(([key, one]) => [key, fitting(one, making, key)]))
    }
    case 'array': {
      const { minItems = 0, maxItems = 120 } = schema
      const length = oneOf(chance, [minItems, minItems + 1, Math.min(maxItems, 120), minItems + chance(3)])
      return Array.from({ length: Math.min(length, maxItems) }, () => fitting(schema.items ?? {}, making, name))
    }
    case 'integer':
    case 'number':
      return numberOf(schema, chance)
    case 'boolean':
      return chance(2) === 0
    case 'null':
      return null
    default:
      return wordOf(schema, making, name)
  }
}

function numberOf({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema, chance: Chance): number {
  const near = [minimum, minimum + 1, maximum, maximum - 1, minimum + chance(100), 50, 1_795_392_000_000]
  return oneOf(
    chance,
    near.filter((one) => one >= minimum && one <= maximum),
  )
}

function wordOf(schema: Schema, { chance, idsFor }: Making, name: string): string {
  const { minLength = 0, maxLength = 64 } = schema
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, 'u')]))
  const most = Math.min(maxLength, ...(schema.allOf ?? []).map((one) => one.maxLength ?? maxLength))
  const ends = letters.flatMap((letter) => [
    letter,
    ...[most, 8, 12, 16, 40, 43, 64, 120].map((length) => letter.repeat(Math.floor(Math.min(length, most) / letter.length))),
  ])
  const fits = (word: string) => word.length >= minLength && word.length <= most && patterns.every((pattern) => pattern.test(word))
  const ids = idsFor(name).filter(fits)
  if (ids.length > 0 && chance(4) > 0) return oneOf(chance, ids)
  const words = [...meaning, ...ends].filter(fits)
  if (words.length === 0) throw new Error(`no word for ${name} in ${JSON.stringify(schema)}`)
  return oneOf(chance, words)
}

/** Somewhere in it something that the schema does not take: another kind of thing, a key too many, a key too few. */
export function spoilt(input: unknown, chance: Chance): unknown {
  if (Array.isArray(input) && input.length > 0 && chance(3) > 0) {
    const place = chance(input.length)
    return input.map((one, index) => (index === place ? spoilt(one, chance) : one))
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input) || chance(6) === 0) return junk(chance)
  const entries = Object.entries(input)
  if (entries.length === 0 || chance(6) === 0) return { ...input, [oneOf(chance, ['extra', 'constructor', '$where'])]: junk(chance) }
  const [key] = oneOf(chance, entries)
  if (chance(6) === 0) return Object.fromEntries(entries.filter(([other]) => other !== key))
  return Object.fromEntries(entries.map(([other, value]) => [other, other === key ? spoilt(value, chance) : value]))
}
