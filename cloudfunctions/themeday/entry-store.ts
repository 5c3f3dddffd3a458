/** What was said about who was there: entries that are only ever added, each under the key that makes a second one impossible. */
import { createHash } from 'node:crypto'
import { isCheckIn } from '#shared/assists/ids'
import type { Objection } from '#shared/assists/model'
import { covers, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import { type Attendance, type DayEntry, dayEntryShape, type Leave, type Opinion, type Surplus } from '#shared/themeday/entry-model'
import { attendanceId, entryId, entrySerials, replyId, surplusId } from '#shared/themeday/ids'
import type { ThemeDay } from '#shared/themeday/model'
import { isOfPlan, standingAttendance } from '#shared/themeday/standing'
import type { Collection, Database, Stored, Transaction } from '../runtime/database'
import type { Insertion } from '../runtime/handlers'
import type { Keys } from '../runtime/keys'
import { everyPage } from '../runtime/page'

const isEntry = (stored: Stored): stored is DayEntry => 'kind' in stored

const entries: Collection<DayEntry> = {
  name: 'attendances',
  indexes: [],
  /** While attendances were all there was, they did not say so. */
  upgrade: (stored) => (isEntry(stored) ? stored : dayEntryShape.parse({ ...stored, kind: 'attendance' })),
}

export const entryCollections = [entries]

/** What one member said about one day. */
export interface Mine {
  readonly attendance?: Attendance
  readonly leave?: Leave
  readonly opinion?: Opinion
  /** the day's notice was read */
  readonly isSeen: boolean
}

/** Where a member's entries of a day have come to. */
export interface Standing {
  /** of the next entry; absent: there may be no more */
  readonly nextSerial?: number
  readonly attendance?: Attendance
  /** the last word is that they were not there */
  readonly takenBack?: TakenBack
}

/** What was taken back, and when. */
export interface TakenBack {
  readonly at: number
  readonly attendance: Attendance
}

/** An objection that was upheld, and by whose word. */
type Upheld = Pick<Objection, 'themeDayId' | 'memberId' | 'helperId' | 'deed'> & { readonly made: Made; readonly at: number }

type Spoken = Pick<ThemeDay, '_id' | 'made' | 'notice'>

export function entryStore(db: Database, keys: Keys) {
  const standingOf = async (
    get: (id: string) => Promise<DayEntry | undefined>,
    themeDayId: string,
    memberId: string,
  ): Promise<Standing> => {
    let stands: Omit<Standing, 'nextSerial'> = {}
    for (const serial of entrySerials) {
      const entry = await get(entryId(themeDayId, memberId, serial))
      if (entry === undefined) return { nextSerial: serial, ...stands }
      if (entry.kind === 'attendance') stands = { attendance: entry }
      else stands = stands.attendance === undefined ? {} : { takenBack: { at: entry.at, attendance: stands.attendance } }
    }
    return stands
  }
  return {
    /** One's own entries on these theme days (twelve at most), by theme day. Who is no member has none. */
    async mineOf(scope: Scope, memberId: string | undefined, days: readonly Spoken[]): Promise<ReadonlyMap<string, Mine>> {
      const ids = memberId === undefined ? [] : days.flatMap((day) => idsOf(day, memberId))
      const found = [...(await db.getMany(entries, ids)).values()].filter((entry) => covers(scope, entry))
      const said = (day: Spoken) => found.filter(({ themeDayId }) => themeDayId === day._id)
      return new Map(days.map((day) => [day._id, mineFrom(said(day), day)]))
    },
    /** Everything said about the day, in the scope; a branch's roster bounds it. */
    async listEntries(scope: Scope, themeDayId: string): Promise<readonly DayEntry[]> {
      // An entry's id begins with its theme day's: a range of ids needs no index of its own.
      const range = { from: `${themeDayId}_`, to: `${themeDayId}_~` }
      const rows = await everyPage((after) => db.list(entries, { range, limit: 100, ...after }))
      return rows.filter((entry) => covers(scope, entry))
    },
    /** Who has left a line with a leave, of whichever plan of the month. */
    async listNoted(scope: Scope, themeDayId: string): Promise<readonly string[]> {
      const said = await this.listEntries(scope, themeDayId)
      return said.flatMap((entry) => (entry.kind === 'leave' && entry.note !== undefined ? [entry.memberId] : []))
    },
    /** The first entry of a member: what a check-in inserts. */
    async findFirst(scope: Scope, themeDayId: string, memberId: string): Promise<Attendance | undefined> {
      const entry = await db.get(entries, attendanceId(themeDayId, memberId))
      return entry?.kind === 'attendance' && covers(scope, entry) ? entry : undefined
    },
    async standing(scope: Scope, themeDayId: string, memberId: string): Promise<Standing> {
      return covers(scope, { memberId }) ? standingOf((id) => db.get(entries, id), themeDayId, memberId) : {}
    },
    standingIn: (tx: Transaction, themeDayId: string, memberId: string): Promise<Standing> =>
      standingOf((id) => tx.get(entries, id), themeDayId, memberId),
    /**
     * The member is right that it was not so: what was checked in for them, and still stands, is taken back in the same transaction.
     * What somebody else has said since is not.
     */
    async takeBackIn(tx: Transaction, { themeDayId, memberId, helperId, deed, made, at }: Upheld): Promise<void> {
      if (themeDayId === undefined || !isCheckIn(deed)) return
      const { attendance, nextSerial } = await standingOf((id) => tx.get(entries, id), themeDayId, memberId)
      const isTheirs = attendance?.made.onBehalfOf === memberId && attendance.made.by === helperId
      if (attendance === undefined || nextSerial === undefined || !isTheirs) return
      const { branchId, groupId } = attendance
      const group = groupId === undefined ? {} : { groupId }
      const place = { _id: entryId(themeDayId, memberId, nextSerial), themeDayId, branchId, memberId, ...group }
      await tx.insert(entries, { ...place, v: 1, made, kind: 'reversal', at, reason: 'objection' })
    },
    attendance: (document: Attendance): Insertion<DayEntry> => ({ collection: entries, document }),
    entry: (document: DayEntry): Insertion<DayEntry> => ({ collection: entries, document }),
    insertEntry: (tx: Transaction, entry: DayEntry) => tx.insert(entries, entry),
    getReply: async (tx: Transaction, themeDayId: string, memberId: string, kind: 'leave' | 'opinion') =>
      tx.get(entries, replyId(themeDayId, memberId, kind)),
    putReply: (tx: Transaction, reply: Leave | Opinion) => tx.put(entries, reply),
    /** Read anew: a leave may have been withdrawn since the day was read. */
    async eraseNoteIn(tx: Transaction, themeDayId: string, memberId: string): Promise<void> {
      const leave = await tx.get(entries, replyId(themeDayId, memberId, 'leave'))
      if (leave?.kind !== 'leave' || leave.note === undefined) return
      const { note: _, ...rest } = leave
      await tx.put(entries, rest)
    },
    /** The loser of two sayings, once: the same one sent again finds itself. Not counted, so nobody waits for it. */
    keepSurplus: (surplus: Surplus) => db.insertOnce(entries, surplus),
    async keepSurplusIn(tx: Transaction, surplus: Surplus): Promise<void> {
      if ((await tx.get(entries, surplus._id)) === undefined) await tx.insert(entries, surplus)
    },
    /** Two check-ins of one theme day from one phone carry the same mark; those of two theme days never do, so that no phone can be followed. */
    phoneMark: (themeDayId: string, device: string): string =>
      keys.hmac('device', `check-in:${themeDayId}:${device}`).toString('base64url').slice(0, 12),
  }
}

/** The same saying by the same person, as the loser of two. */
export function surplusOf(attendance: Attendance): Surplus {
  const { made, themeDayId, memberId, source } = attendance
  const mark = createHash('sha256')
    .update(`${made.by} ${made.onBehalfOf ?? ''} ${source}`)
    .digest('hex')
    .slice(0, 12)
  return { ...attendance, kind: 'surplus', _id: surplusId(themeDayId, memberId, mark) }
}

/** Whether a later saying is somebody else's: what the same person says twice is one saying. */
export function isAnothers(first: Attendance, later: Attendance): boolean {
  const isSame = first.made.by === later.made.by && first.made.onBehalfOf === later.made.onBehalfOf
  return !isSame && first.carried !== later.made.requestId && (later.carried === undefined || later.carried !== first.made.requestId)
}

function idsOf({ _id, notice }: Spoken, memberId: string): readonly string[] {
  const seen = notice === undefined ? [] : [replyId(_id, memberId, `seen${notice.number}`)]
  const attended = entrySerials.map((serial) => entryId(_id, memberId, serial))
  return [...attended, replyId(_id, memberId, 'leave'), replyId(_id, memberId, 'opinion'), ...seen]
}

function mineFrom(found: readonly DayEntry[], day: Spoken): Mine {
  const attendance = standingAttendance(found.filter((entry) => entry.kind === 'attendance' || entry.kind === 'reversal'))
  const asked = found.filter((entry) => isOfPlan(entry, day))
  const leave = asked.find((entry) => entry.kind === 'leave')
  const opinion = asked.find((entry) => entry.kind === 'opinion')
  return {
    ...(attendance === undefined ? {} : { attendance }),
    ...(leave === undefined || leave.isWithdrawn ? {} : { leave }),
    ...(opinion === undefined ? {} : { opinion }),
    isSeen: found.some(({ kind }) => kind === 'seen'),
  }
}
