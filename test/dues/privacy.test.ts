/** What the dues never hold and never do: an income on the wire or in the store, an amount nobody listed, several members at once. */

import * as z from 'zod'
import { demoContracts } from '#shared/contracts'
import { dues } from '#shared/dues/contract'
import * as model from '#shared/dues/model'
import * as moneyModel from '#shared/dues/money-model'
import type { Action } from '#shared/kernel/contract'

/** Where a key stands, and whether it holds many. */
interface Key {
  readonly name: string
  readonly at: string
  readonly isMany: boolean
}

/** Every key of a schema, however deep, by walking the schema itself: no word of JSON Schema stands between. */
function keysOf(schema: z.core.$ZodType, at: string, isMany = false): readonly Key[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) => [
      { name, at: `${at}.${name}`, isMany: isMany || isList(inner) },
      ...keysOf(inner, `${at}.${name}`, isMany),
    ])
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element, `${at}[]`, true)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: z.core.$ZodType) => keysOf(option, at, isMany))
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType, `${at}{}`, true)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable) {
    return keysOf(schema.unwrap(), at, isMany)
  }
  if (leaves.some((leaf) => schema instanceof leaf)) return []
  throw new Error(`${at} is of a kind this walk does not know: it could hide a key`)
}

const leaves = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral]

const isList = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodArray || (schema instanceof z.ZodExactOptional && schema.unwrap() instanceof z.ZodArray)

const actions = Object.entries<Action>(dues).map(([verb, action]) => ({ name: `dues.${verb}`, action }))
const inputs = actions.flatMap(({ name, action }) => keysOf(action.input, name))
const outputs = actions.flatMap(({ name, action }) => keysOf(action.output, name))
const stored = Object.entries({ ...model, ...moneyModel }).flatMap(([name, shape]) =>
  shape instanceof z.ZodType ? keysOf(shape, name) : [],
)

const income = /wage|salar|income|pension|earn|pay(roll|slip)|monthFen|quarterFen|branchFen|average|\bbase(?!64)|rate/i
const where = (keys: readonly Key[], isWrong: (key: Key) => boolean) => keys.filter(isWrong).map(({ at }) => at)

/** Every amount of money the dues know, and none of them is an income. */
const amounts = {
  inputs: ['farmerFen', 'monthlyFen', 'dueFen', 'giftFen', 'sumFen', 'fen'],
  'stored documents': [
    ...['farmerFen', 'monthlyFen', 'normalFen', 'fen', 'giftFen', 'totalFen'],
    ...['inHandFen', 'usableFen', 'sumFen', 'largeFen', 'cash', 'transfer', 'bank'],
  ],
}

describe('an income stays on the phone it was typed into', () => {
  it.each([
    ['inputs', inputs],
    ['answers', outputs],
    ['stored documents', stored],
  ])('%s have no key for one', (_, keys) => {
    expect(keys.length).toBeGreaterThan(40)
    expect(where(keys, ({ name }) => income.test(name))).toEqual([])
  })

  it.each([
    ['inputs', inputs],
    ['stored documents', stored],
  ] as const)('%s hold no amount that is not listed here', (side, keys) => {
    const isMoney = ({ name }: Key) => /fen$|amount|money|sum|cash/i.test(name)
    expect(where(keys, (key) => isMoney(key) && !amounts[side].includes(key.name))).toEqual([])
  })

  it('a walk sees what lies deep', () => {
    const deep = z.strictObject({ rows: z.array(z.union([z.string(), z.strictObject({ wageFen: z.int().exactOptional() })])) })
    expect(where(keysOf(deep, 'deep'), ({ name }) => income.test(name))).toEqual(['deep.rows[].wageFen'])
    expect(() => keysOf(z.strictObject({ anything: z.unknown() }), 'deep')).toThrow('deep.anything')
  })

  it('no other feature takes an amount of a member’s', () => {
    const others = Object.entries(demoContracts).flatMap(([feature, verbs]) =>
      feature === 'dues' ? [] : Object.entries<Action>(verbs).map(([verb, action]) => ({ name: `${feature}.${verb}`, action })),
    )
    const keysIn = (schema: z.ZodType) => JSON.stringify(z.toJSONSchema(schema, { io: 'input' })).match(/"\w+":/g) ?? []
    expect(others.filter(({ action }) => keysIn(action.input).some((key) => /wage|salary|income|pension|Fen"/i.test(key)))).toEqual([])
  })
})

describe('nobody pays for several at once', () => {
  const ofPeople = /member|person|payer|people|who/i
  const commands = actions.filter(({ action }) => action.kind === 'command')

  it('a command names one member at most; who checks is named by the branch, up to five', () => {
    const many = commands
      .flatMap(({ name, action }) => keysOf(action.input, name))
      .filter(({ isMany, name }) => isMany && ofPeople.test(name))
    expect(many.map(({ at }) => at)).toEqual(['dues.nameCheckers.memberIds'])
  })

  it('no list of a command is of objects: a month, a day or a name is all it holds many of', () => {
    const lists = commands
      .flatMap(({ name, action }) => keysOf(action.input, name))
      .filter(({ at }) => at.includes('[]') || at.includes('{}'))
    expect(lists).toEqual([])
  })

  it('a receipt is of one member', () => {
    const ids = keysOf(model.duesEntryShape, 'entry').filter(({ name }) => name === 'memberId')
    expect(ids.map(({ at, isMany }) => `${at} ${isMany}`)).toEqual([
      ...['entry.memberId false', 'entry.payer.memberId false'],
      ...['entry.memberId false', 'entry.memberId false', 'entry.memberId false'],
    ])
  })
})
