/** A theme day and its roll, as they are looked at. */
import { accept, refuse } from '#shared/kernel/contract'
import { branchOf } from '#shared/kernel/organisation'
import type { themeday } from '#shared/themeday/contract'
import type { Attendance } from '#shared/themeday/entry-model'
import type { ThemeDay } from '#shared/themeday/model'
import { isUntold, opensAtOf, seesDrafts, stateOf } from '#shared/themeday/rules'
import { lateMinutesOf } from '#shared/themeday/standing'
import type { FeatureHandlers } from '../runtime/handlers'
import { answerPage } from '../runtime/page'
import type { Mine } from './entry-store'
import { besideRoster, groupNamesOf, hasFrozenRoster, isWholeBranch, type RosterRow, readDay, rowOf, type Said, saidOf } from './roll'
import { findHeld, isVouchedFor, type ThemeDayTools } from './tools'

type ReadingHandlers = Pick<FeatureHandlers<typeof themeday>, 'get' | 'list' | 'countAttendance' | 'listAttendance'>

export function readingHandlers(tools: ThemeDayTools): ReadingHandlers {
  const { themeDays, members, organisation } = tools
  return {
    get: async ({ scope, actor, input, now }) => {
      const themeDay = await themeDays.find(scope, input.themeDayId)
      if (themeDay === undefined || (isUntold(themeDay) && !seesDrafts(actor, themeDay.branchId))) return refuse('NOT_FOUND')
      const mine = (await themeDays.mineOf(scope, actor.memberId, [themeDay])).get(themeDay._id)
      const recorder = mine?.attendance && isVouchedFor(mine.attendance) ? await members.nameOf(mine.attendance.made.by) : undefined
      return accept(viewOf(themeDay, now, mine, recorder))
    },

    list: async ({ scope, actor, input, now }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const page = await themeDays.list(scope, branchId, { ...input, limit: input.limit ?? 12 })
      const shown = page.rows.filter((day) => !isUntold(day) || seesDrafts(actor, branchId))
      const mine = await themeDays.mineOf(scope, actor.memberId, shown)
      const rows = shown.map((day) => viewOf(day, now, mine.get(day._id), undefined))
      return accept(answerPage(page, rows))
    },

    countAttendance: async ({ scope, input }) => {
      const themeDay = await findHeld(themeDays, scope, input.themeDayId)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      return accept((await readDay(tools, scope, themeDay)).tally)
    },

    listAttendance: async ({ scope, input: { themeDayId: id, ...paging } }) => {
      const themeDay = await findHeld(themeDays, scope, id)
      if (themeDay === undefined) return refuse('NOT_FOUND')
      const rosterPage = async () => {
        if (hasFrozenRoster(themeDay)) return pageOfFrozen(await themeDays.findClosedRoster(scope, themeDay), paging)
        const [page, groups] = await Promise.all([
          members.listRoster(scope, themeDay.branchId, paging),
          organisation.listGroups(scope, themeDay.branchId),
        ])
        const names = new Map(groups.map(({ _id, name }) => [_id, name]))
        const rows = page.rows.map((member) => rowOf(member, names))
        return { ...page, rows, roster: rows, groupNames: names }
      }
      const [page, entries] = await Promise.all([rosterPage(), themeDays.listEntries(scope, id)])
      const said = saidOf(entries, themeDay)
      const recorders = [...said.present.values()].filter(isVouchedFor).map(({ made }) => made.by)
      const names = await members.namesOf([...new Set(recorders)])
      const line = (row: RosterRow) => lineOf(row, { themeDay, said, names, isSecretary: isWholeBranch(scope, themeDay) })
      const rows = page.rows.map(line)
      if (page.next !== undefined) return accept(answerPage(page, rows))
      // Who came and is not on the roster stands behind it, on the last page.
      const beside = await besideRoster(tools, scope, { ...page, themeDay, mentioned: said.present.keys() })
      return accept(answerPage(page, [...rows, ...beside.map(line)]))
    },
  }
}

interface RollFacts {
  readonly themeDay: ThemeDay
  readonly said: Said
  readonly names: ReadonlyMap<string, string>
  /** what a member wrote to the secretary is for the secretary */
  readonly isSecretary: boolean
}

/** A member of the roll as it is answered. */
export function lineOf({ memberId, name, groupName, participation }: RosterRow, facts: RollFacts) {
  const { themeDay, said, isSecretary } = facts
  const attendance = said.present.get(memberId)
  const leave = said.leaves.get(memberId)
  const note = isSecretary && leave?.note !== undefined ? { note: leave.note } : {}
  const notice = themeDay.notice === undefined ? undefined : `seen${themeDay.notice.number}`
  const hasSeen = notice !== undefined && said.seen.some((entry) => entry.memberId === memberId && entry._id.endsWith(`_${notice}`))
  const surplus = said.surplus.filter((entry) => entry.memberId === memberId).length
  return {
    ...{ memberId, name },
    ...(groupName === undefined ? {} : { groupName }),
    ...(participation === 'inPerson' ? {} : { isExcused: true as const }),
    ...(attendance === undefined ? {} : { attendance: attendanceLine(attendance, facts) }),
    ...(leave === undefined ? {} : { leave: { at: leave.at, ...note } }),
    ...(hasSeen ? { hasSeen: true as const } : {}),
    ...(surplus === 0 ? {} : { surplus }),
  }
}

function attendanceLine(attendance: Attendance, { themeDay, said, names }: RollFacts) {
  const { at, source, made, venueId, proof, phoneMark } = attendance
  const recordedBy = isVouchedFor(attendance) ? names.get(made.by) : undefined
  // When a helper got round to it says nothing about when the helped one came.
  const lateMinutes = made.onBehalfOf === undefined ? lateMinutesOf(attendance, themeDay.startsAt) : 0
  const isShared = phoneMark !== undefined && [...said.present.values()].filter((one) => one.phoneMark === phoneMark).length > 1
  return {
    ...{ at, source },
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(made.onBehalfOf === undefined ? {} : { isProxy: true as const }),
    ...(isShared ? { samePhone: true as const } : {}),
    ...(lateMinutes === 0 ? {} : { lateMinutes }),
    ...(attendance.isUploadedLate ? { isUploadedLate: true as const } : {}),
    ...(venueId === undefined ? {} : { venueId }),
    ...(proof === undefined ? {} : { proof }),
  }
}

/** A frozen roster lies in one document: its pages are counted off. */
function pageOfFrozen(
  rows: readonly RosterRow[],
  { after, limit = 30 }: { readonly after?: string | undefined; readonly limit?: number | undefined },
) {
  const from = after === undefined ? 0 : Number(after)
  const next = from + limit
  return { rows: rows.slice(from, next), roster: rows, groupNames: groupNamesOf(rows), ...(next < rows.length ? { next } : {}) }
}

function viewOf(themeDay: ThemeDay, now: number, mine: Mine | undefined, recordedBy: string | undefined) {
  const { _id, branchId, month, stage, version, topic, place, startsAt, endsAt, parts, venues, materials, ways, code } = themeDay
  const { closedAt, notice, voice } = themeDay
  const attendance = mine?.attendance
  const recorder = recordedBy === undefined ? {} : { recordedBy }
  return {
    themeDayId: _id,
    ...{ branchId, month, stage, version, topic, place, startsAt, endsAt, parts, venues, materials, ways, code },
    opensAt: opensAtOf(themeDay),
    state: stateOf(themeDay, now),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(notice === undefined ? {} : { notice: { ...notice, isSeen: mine?.isSeen === true } }),
    ...(voice === undefined ? {} : { voiceSeconds: voice.seconds }),
    ...(attendance === undefined ? {} : { mine: { at: attendance.at, source: attendance.source, ...recorder } }),
    ...(mine?.leave === undefined ? {} : { leave: { at: mine.leave.at } }),
    ...(mine?.opinion === undefined ? {} : { opinion: mine.opinion.words }),
  }
}
