import { accept, refuse } from '#shared/kernel/contract'
import { sayClock, sayDay, sayMonth } from '#shared/kernel/day'
import { branchOf } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Member } from '#shared/members/model'
import type { themeday } from '#shared/themeday/contract'
import { type AttendanceSource, attendanceId, themeDayId } from '#shared/themeday/ids'
import type { Attendance, LateArrival, ThemeDay } from '#shared/themeday/model'
import { decideCheckIn, decideOpen, decidePlan, decideRollCall, opensAtOf, stateOf } from '#shared/themeday/rules'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { Chance } from '../runtime/chance'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import { lateHandlers } from './late'
import type { ThemeDayStore } from './store'

export interface ThemeDayTools {
  readonly themeDays: ThemeDayStore
  readonly members: MemberStore
  readonly organisation: OrganisationStore
  readonly chance: Chance
}

export function themeDayHandlers({ themeDays, members, organisation, chance }: ThemeDayTools): FeatureHandlers<typeof themeday> {
  /** A code that hangs on no other wall. */
  const freshCode = async (): Promise<string> => {
    const code = chance.code()
    return (await themeDays.findByCode(code)) === undefined ? code : freshCode()
  }

  return {
    ...lateHandlers({ themeDays, members }),

    create: async ({ scope, input, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const plan = decidePlan({ now, day: input.day, from: input.from, to: input.to })
      if (!plan.ok) return plan
      const { month, startsAt, endsAt } = plan.data
      const _id = themeDayId(branchId, month)
      const code = await freshCode()
      return transact(async (tx) => {
        const earlier = await themeDays.getThemeDay(tx, _id)
        if (earlier !== undefined) return refuse('MONTH_TAKEN', { month: sayMonth(month), day: sayDay(earlier.startsAt) })
        const { topic, place } = input
        await themeDays.insertThemeDay(tx, { _id, v: 1, made, branchId, month, topic, place, startsAt, endsAt, code })
        return accept({ themeDayId: _id, code })
      })
    },

    open: async ({ scope, input, now, transact }) => {
      if ((await themeDays.find(scope, input.themeDayId)) === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, input.themeDayId)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const decision = decideOpen({ themeDay, now })
        if (!decision.ok) return decision
        if (decision.data.isNew) await themeDays.putThemeDay(tx, { ...themeDay, openedAt: decision.data.openedAt })
        return accept({ opensAt: decision.data.openedAt })
      })
    },

    checkIn: async ({ actor, scope, input, made, now, insertOwn, again }) => {
      const { memberId, branchId, groupId } = actor
      const decide = (day: ThemeDay) => decideCheckIn({ themeDay: day, branchId, now, tapped: input.tapped })
      const counts = (day: ThemeDay) => {
        const remembered = decide(day)
        return remembered.ok && remembered.data.state === 'counted'
      }
      const themeDay = await themeDays.findPublished(input.themeDayId, counts)
      if (themeDay === undefined || memberId === undefined) return refuse('NOT_FOUND')
      const decision = decide(themeDay)
      if (!decision.ok || decision.data.state === 'waiting') {
        // The first answer may have been lost on the way: it counts, even when the window has closed meanwhile.
        const earlier = await themeDays.findAttendance(scope, themeDay._id, memberId)
        if (earlier !== undefined) return again(earlier, countedOf, alreadyThere)
      }
      if (!decision.ok) return decision
      // The phone of a helper says nothing about whose household it is.
      const phone = made.onBehalfOf === undefined ? { phoneMark: themeDays.phoneMark(themeDay._id, actor.device) } : {}
      const entry = { ...entryOf(themeDay, { _id: memberId, groupId }, made), ...phone }
      const { data } = decision
      if (data.state === 'counted') {
        return insertOwn(themeDays.attendance({ ...entry, source: input.via, at: data.at }), countedOf, alreadyThere)
      }
      const late: LateArrival = { ...entry, at: data.at, isClockSure: data.isClockSure, state: 'waiting' }
      // Sent from two phones it is one and the same matter for the organiser.
      return insertOwn(themeDays.lateArrival(late), waitingOf, (other) => accept(waitingOf(other)))
    },

    rollCall: async ({ scope, input, made, now, transact }) => {
      const themeDay = await themeDays.find(scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const called = new Set(input.memberIds)
      const found = await members.findMembers(scope, [...called])
      const present = [...found.values()].filter(({ branchId }) => branchId === themeDay.branchId)
      if (present.length < called.size) return refuse('NOT_FOUND')
      const decision = decideRollCall({ themeDay, now })
      if (!decision.ok) return decision
      return transact(async (tx) => {
        const recorded: string[] = []
        const already: string[] = []
        for (const member of present) {
          const attendance: Attendance = { ...entryOf(themeDay, member, made), source: 'rollCall', at: made.at }
          const isThere = (await themeDays.getAttendance(tx, attendance._id)) !== undefined
          if (!isThere) await themeDays.insertAttendance(tx, attendance)
          ;(isThere ? already : recorded).push(member._id)
        }
        return accept({ recorded, already })
      })
    },

    get: async ({ scope, actor, input, now }) => {
      const themeDay = await themeDays.find(scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const mine = await themeDays.attendancesOf(scope, actor.memberId, [themeDay])
      return accept(viewOf(themeDay, now, mine.get(themeDay._id)))
    },

    list: async ({ scope, actor, input, now }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await themeDays.list(scope, branchId, { ...input, limit: input.limit ?? 12 })
      const mine = await themeDays.attendancesOf(scope, actor.memberId, page.rows)
      const rows = page.rows.map((day) => viewOf(day, now, mine.get(day._id)))
      return accept(answerPage(page, rows))
    },

    countAttendance: async ({ scope, input }) => {
      const themeDay = await themeDays.find(scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const [expected, present] = await Promise.all([
        members.countRoster(scope, themeDay.branchId),
        themeDays.countAttendances(scope, themeDay),
      ])
      return accept({ expected, present })
    },

    listAttendance: async ({ scope, input: { themeDayId: id, ...paging } }) => {
      const themeDay = await themeDays.find(scope, id)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const [page, attendances, groups] = await Promise.all([
        members.listRoster(scope, themeDay.branchId, paging),
        themeDays.listAttendances(scope, themeDay._id),
        organisation.listGroups(scope, themeDay.branchId),
      ])
      const recorders = [...new Set(attendances.filter(isVouchedFor).map(({ made }) => made.by))]
      const names = await members.namesOf(recorders)
      const shared = sharedPhones(attendances)
      const rowOf = (member: Pick<Member, '_id' | 'name' | 'groupId'>) => {
        const attendance = attendances.find(({ memberId }) => memberId === member._id)
        const groupName = groups.find(({ _id }) => _id === member.groupId)?.name
        const recordedBy = attendance !== undefined && isVouchedFor(attendance) ? names.get(attendance.made.by) : undefined
        return {
          memberId: member._id,
          name: member.name,
          ...(groupName === undefined ? {} : { groupName }),
          ...(attendance === undefined
            ? {}
            : {
                attendance: {
                  ...recordOf(attendance),
                  ...(recordedBy === undefined ? {} : { recordedBy }),
                  ...(shared.has(attendance.phoneMark) ? { samePhone: true as const } : {}),
                },
              }),
        }
      }
      const rows = page.rows.map(rowOf)
      // Who has left the roster since stands behind it, on the last page.
      const unknown = page.next === undefined ? attendances.filter(({ memberId }) => page.rows.every(({ _id }) => _id !== memberId)) : []
      const former = await members.findFormer(
        scope,
        unknown.map(({ memberId }) => memberId),
      )
      return accept(answerPage(page, [...rows, ...former.map(rowOf)]))
    },
  }
}

/** What an attendance and a late check-in have in common. */
function entryOf(themeDay: ThemeDay, member: Pick<Member, '_id'> & { readonly groupId?: string | undefined }, made: Made) {
  return {
    _id: attendanceId(themeDay._id, member._id),
    v: 1 as const,
    made,
    themeDayId: themeDay._id,
    branchId: themeDay.branchId,
    memberId: member._id,
    ...(member.groupId === undefined ? {} : { groupId: member.groupId }),
  }
}

/** Somebody else says that they were there: by calling the name, or by checking in for them. */
const isVouchedFor = ({ source, made }: Attendance): boolean => source === 'rollCall' || made.onBehalfOf !== undefined

/** The marks that more than one check-in carries. */
function sharedPhones(attendances: readonly Attendance[]): ReadonlySet<string | undefined> {
  const marks = attendances.map(({ phoneMark }) => phoneMark).filter((mark) => mark !== undefined)
  return new Set(marks.filter((mark, place) => marks.indexOf(mark) !== place))
}

const countedOf = ({ at }: Attendance) => ({ state: 'counted' as const, at })

const waitingOf = ({ at }: LateArrival) => ({ state: 'waiting' as const, at })

const alreadyThere = ({ at }: Attendance) => refuse('ALREADY_CHECKED_IN', { at: sayClock(at) })

function recordOf({ at, source }: Attendance): { at: number; source: AttendanceSource } {
  return { at, source }
}

function viewOf(themeDay: ThemeDay, now: number, mine: Attendance | undefined) {
  const { _id, branchId, month, topic, place, startsAt, endsAt, code } = themeDay
  return {
    themeDayId: _id,
    ...{ branchId, month, topic, place, startsAt, endsAt, code },
    opensAt: opensAtOf(themeDay),
    state: stateOf(themeDay, now),
    ...(mine === undefined ? {} : { mine: recordOf(mine) }),
  }
}
