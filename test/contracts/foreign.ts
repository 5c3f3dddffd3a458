/**
 * For every action that names something by an id: the same question about what belongs to another branch or another town. The
 * input is made from the contract's own schema, so that a new action is tried without a line here.
 */
import * as z from 'zod'
import { grantId } from '#shared/organisation/ids'
import { checkInFor } from '../assists/help'
import { handUpDues } from '../dues/handing-up'
import { type Browser, dataOf, publish, themeDayPlan, type Village } from '../village/village'

/** One object of each kind, all of one branch that the asker has nothing to do with. */
export type Foreign = Readonly<Record<string, string>>

/** What an id is called in an input, and what lies behind it. */
const kinds: Readonly<Record<string, string>> = {
  themeDayId: 'themeDay',
  memberId: 'member',
  memberIds: 'member',
  witnessId: 'member',
  personId: 'person',
  unitId: 'branch',
  parentId: 'branch',
  groupId: 'group',
  committeeId: 'committee',
  generalBranchId: 'committee',
  grantId: 'grant',
  assistId: 'assist',
  reportId: 'report',
  fileId: 'file',
  entryId: 'entry',
  lineId: 'line',
  hardshipId: 'hardship',
}

/** What is called an id and is nobody's: a place is numbered within its day, a request is the member's own. */
const nobodys: readonly string[] = ['venueId', 'requestId']

/** A real object of each kind at 柳树村支部, the neighbour in the same town. */
export async function layNextDoor(village: Village): Promise<Foreign> {
  const secretary = village.as('田有福')
  const { themeDayId } = await publish(secretary, themeDayPlan)
  village.clock.set(themeDayPlan.day, '09:02')
  const member = village.person('范玉梅')
  dataOf(await checkInFor(village, { who: '董春生', whom: '袁小龙', themeDayId }))
  const helped = await village.claim('袁小龙', '田有福')
  const [deed] = dataOf(await helped.api.assists.list({})).rows
  dataOf(await village.as('范玉梅').claims.notMe({ personId: member.personId }))
  const [report] = dataOf(await secretary.claims.listReports({})).rows
  const { fileId } = dataOf(await secretary.files.begin({ kind: 'voice', bytes: 1 }))
  const people = { payerId: member.memberId, checker: { memberId: village.person('袁小龙').memberId, api: helped.api } }
  const { entryId, lineId, hardshipId } = await handUpDues({ secretary, ...people, day: themeDayPlan.day })
  return {
    ...{ entry: entryId, line: lineId, hardship: hardshipId },
    ...{ themeDay: themeDayId, file: fileId, member: member.memberId, person: member.personId, group: member.groupId ?? '' },
    ...{ branch: village.nextDoorId, assist: deed?.assistId ?? '', report: report?.reportId ?? '' },
    grant: grantId(member.groupId ?? '', 'groupLeader', village.person('董春生').personId),
  }
}

/** The same in another town. */
export async function layOtherTown(village: Village): Promise<Foreign> {
  const admin = village.as('沈文')
  const founded = dataOf(
    await admin.organisation.foundBranch({
      committee: { name: '平山镇', officerName: '江平' },
      name: '平山村支部',
      members: [
        { name: '周一', group: '一组', post: 'secretary' },
        { name: '周二', group: '一组' },
      ],
    }),
  )
  const { personId, memberId } = founded.secretary
  const phone: Browser = village.newcomer()
  dataOf(await phone.api.claims.bind({ code: dataOf(await admin.claims.issue({ personId })).code }))
  const { themeDayId } = await publish(phone.api, { ...themeDayPlan, from: '20:00', to: '21:00' })
  const [first, second] = dataOf(await phone.api.members.list({})).rows
  const other: Browser = village.newcomer()
  const { code } = dataOf(await phone.api.claims.issue({ personId: second?.personId ?? '' }))
  dataOf(await other.api.claims.bind({ code }))
  const people = { payerId: memberId, checker: { memberId: second?.memberId ?? '', api: other.api } }
  const { entryId, lineId, hardshipId } = await handUpDues({ secretary: phone.api, ...people, day: themeDayPlan.day })
  return {
    ...{ entry: entryId, line: lineId, hardship: hardshipId },
    ...{ themeDay: themeDayId, member: memberId, person: personId, group: first?.groupId ?? '' },
    ...{ branch: founded.branchId, committee: founded.committeeId },
    grant: grantId(founded.branchId, 'secretary', personId),
  }
}

export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/** The contract's input as plain JSON; the shape above is what JSON Schema promises of it. */
export function schemaOf(input: z.ZodType): Schema {
  return JSON.parse(JSON.stringify(z.toJSONSchema(input, { io: 'input' })))
}

/** Names of the ids in an input, at any depth. */
export function idsIn(schema: Schema): readonly string[] {
  const below = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => (one === undefined ? [] : idsIn(one)))
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [...(/Ids?$/.test(name) ? [name] : []), ...idsIn(one)])
  return [...new Set([...below, ...named])].filter((name) => !nobodys.includes(name))
}

/** Kinds of things the ids name; a name nobody said the kind of fails the test. */
export function kindsIn(schema: Schema): readonly string[] {
  return idsIn(schema).map((name) => {
    const kind = kinds[name]
    if (kind === undefined) throw new Error(`what kind of thing does ${name} name?`)
    return kind
  })
}

const words = ['周一', '2026-11-28', '2026-11', '2026', '09:00', '13800000001', '0571-00000003', 'ABCDEFGHJKLM', '2']

/** An input the schema takes, with every id it has room for. */
export function inputFrom(schema: Schema, ids: Foreign, name = ''): unknown {
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return inputFrom(options.find((one) => idsIn(one).length > 0) ?? options[0] ?? {}, ids, name)
  const kind = kinds[name]
  if (kind !== undefined && schema.type === 'string') return ids[kind]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  switch (schema.type) {
    case 'object': {
      const wanted = Object.entries(schema.properties ?? {}).filter(([key, one]) => schema.required?.includes(key) || hasId(key, one))
      return Object.fromEntries(wanted.map(([key, one]) => [key, inputFrom(one, ids, key)]))
    }
    case 'array':
      return [inputFrom(schema.items ?? {}, ids, name)]
    case 'integer':
      return 1
    case 'boolean':
      return true
    default:
      return wordFor(schema)
  }
}

function hasId(name: string, schema: Schema): boolean {
  return kinds[name] !== undefined || idsIn(schema).length > 0
}

function wordFor(schema: Schema): string {
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, 'u')]))
  const word = words.find((one) => patterns.every((pattern) => pattern.test(one)))
  if (word === undefined) throw new Error(`no word for ${JSON.stringify(schema)}`)
  return word
}
