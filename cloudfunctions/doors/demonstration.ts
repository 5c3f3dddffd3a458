/**
 * Lays the demonstration village relative to today. Everything but the county enters by the same actions a real village
 * uses, and by the persons who would ask.
 */
import { dayOf, hourMs, minuteMs, timeOf } from '#shared/kernel/day'
import { readRoster } from '#shared/members/roster'
import type { Founder } from '#shared/organisation/rules'
import { called, cast, checks, county, type DemoBranch, model, neighbours, scanned, town } from '../demo/rosters'
import type { Clock } from '../runtime/clock'
import type { Database } from '../runtime/database'
import { deviceOf } from '../runtime/identity'
import type { AnyReply } from '../runtime/serve'
import { layDues } from './demonstration-dues'
import { foundCounty } from './found-county'
import type { OpenHouse } from './house'

interface Ground {
  readonly house: OpenHouse
  readonly db: Database
  readonly clock: Clock
}

/** One browser of the village, asking through the same `serve` as everyone. */
type Ask = (action: string, input: unknown) => Promise<unknown>

export async function layVillage({ house, db, clock }: Ground): Promise<void> {
  const { chance } = house.stores
  const today = dayOf(clock.now())
  await house.stores.cast.markLaid(today, false)
  const newcomer = (): Ask => {
    const caller = { address: 'demonstration', via: 'demo', device: deviceOf(chance.token()) }
    return async (action, input) => dataOf(action, await house.serve({ action, input, requestId: chance.id() }, caller))
  }
  const claim = async (code: unknown): Promise<Ask> => {
    const ask = newcomer()
    await ask('claims.bind', { code })
    return ask
  }
  const claimFor = async (issuer: Ask, personId: unknown): Promise<Ask> => claim(field(await issuer('claims.issue', { personId }), 'code'))

  const admin = await claim((await foundCounty(db, house.stores, county, clock.now())).code)
  const first = await admin('organisation.foundBranch', foundingOf(model, { name: town.name, officerName: town.officerName }))
  const committee = { committeeId: field(first, 'committeeId') }
  for (const neighbour of neighbours) await admin('organisation.foundBranch', foundingOf(neighbour, committee))

  const secretary = await claimFor(admin, field(field(first, 'secretary'), 'personId'))
  const people = rowsOf(await secretary('members.list', { limit: 100 }))
  const byName = (name: string) => people.find((person) => field(person, 'name') === name)
  const themeDay = await secretary('themeday.create', todayOf(clock.now()))
  const themeDayId = field(themeDay, 'themeDayId')
  await secretary('themeday.publish', { themeDayId })
  for (const name of scanned) {
    const member = await claimFor(secretary, field(byName(name), 'personId'))
    await whileOpen(() => member('themeday.checkIn', { themeDayId, via: 'code' }))
  }
  await whileOpen(() => secretary('themeday.rollCall', { themeDayId, memberIds: called.map((name) => field(byName(name), 'memberId')) }))
  const rows = people.map((person) => ({ memberId: field(person, 'memberId'), name: String(field(person, 'name')) }))
  const checker = { ask: await claimFor(secretary, field(byName(checks), 'personId')), memberId: field(byName(checks), 'memberId') }
  await layDues({ secretary, checker, people: rows, now: clock.now() })

  const officers = [field(first, 'townOfficer'), { personId: await house.stores.organisation.countyAdmin(), name: county.admin }]
  for (const [place, { person, name, about }] of cast.entries()) {
    const personId = [...people, ...officers].find((one) => field(one, 'name') === name)
    const made = { action: 'demo.lay', by: 'operator', at: clock.now(), requestId: chance.id(), via: 'demo', inputHash: '' }
    await house.stores.cast.insert({
      _id: person,
      v: 1,
      made,
      personId: String(field(personId, 'personId')),
      name,
      about,
      place: String(place).padStart(2, '0'),
    })
  }
  await house.stores.cast.markLaid(today, true)
}

function foundingOf(branch: DemoBranch, committee: unknown) {
  const members: readonly Founder[] = readRoster(branch.pasted).flatMap(({ person }) => person ?? [])
  return { committee, name: branch.name, phone: branch.phone, members }
}

/**
 * A theme day that is going on right now, so that a visitor can check in at once. Minutes before midnight there is no room
 * left in the day: then it is tomorrow's, and the visitor sees a theme day that has not begun.
 */
function todayOf(now: number) {
  const halfHour = 30 * minuteMs
  const start = now - (now % halfHour)
  const isLate = dayOf(now + 10 * minuteMs) !== dayOf(now)
  if (isLate) return { day: dayOf(now + hourMs), from: '09:00', to: '11:00', ...occasion }
  const end = start + 2 * hourMs
  return { day: dayOf(now), from: timeOf(start), to: dayOf(end) === dayOf(now) ? timeOf(end) : '23:59', ...occasion }
}

const occasion = { topic: '学习乡村全面振兴规划，清理村口水渠', place: '村委会二楼会议室' }

/** Late in the evening the theme day is tomorrow's and nobody has come yet: the only refusal the laying expects. */
async function whileOpen(attend: () => Promise<unknown>): Promise<void> {
  try {
    await attend()
  } catch (refused) {
    if (!(refused instanceof RefusedWhileLaying) || refused.code !== 'NOT_OPEN') throw refused
  }
}

export class RefusedWhileLaying extends Error {
  constructor(
    action: string,
    readonly code: string,
  ) {
    super(`laying the demonstration village: ${action} was refused with ${code}`)
  }
}

function dataOf(action: string, reply: AnyReply): unknown {
  if (!reply.ok) throw new RefusedWhileLaying(action, reply.code)
  return reply.data
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}

function rowsOf(value: unknown): readonly unknown[] {
  const rows = field(value, 'rows')
  return Array.isArray(rows) ? rows : []
}
