/**
 * One scene for every refusal of every action: a code without a scene does not compile, nor does a scene for a code that no
 * contract declares.
 */
import { triesInAll } from '#shared/claims/rules'
import type { AppContracts } from '#shared/contracts'
import type { RefusalOf } from '#shared/kernel/contract'
import { dayMs } from '#shared/kernel/day'
import { mostAsked } from '#shared/members/numbers'
import { countyId, grantId } from '#shared/organisation/ids'
import { longestActingMs, longestTermMs } from '#shared/roles/rules'
import { newUnit } from '../../cloudfunctions/organisation/founding'
import { actors, type Caller } from '../../cloudfunctions/runtime/identity'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { checkInFor, objectTo } from '../assists/help'
import { handUpDues } from '../dues/handing-up'
import { nearlyFullDisk } from '../files/full-disk'
import { dataOf, themeDayPlan, type Village } from '../village/village'
import { duesScenes } from './refusals-dues'
import { themeDayScenes } from './refusals-theme-day'

export type Scene = (village: Village) => Promise<AnyReply>
export type ScenesOf<F> = { readonly [V in keyof F]: { readonly [Code in RefusalOf<F[V]>]: Scene } }
export type Scenes = { readonly [F in keyof AppContracts]: ScenesOf<AppContracts[F]> }

type Granting = Parameters<ReturnType<Village['as']>['roles']['grant']>[0]
type Founding = Parameters<ReturnType<Village['as']>['organisation']['foundBranch']>[0]

const found = (village: Village, over: Partial<Founding>) =>
  village.as('沈文').organisation.foundBranch({
    committee: { committeeId: village.committeeId },
    name: '新桥村支部',
    members: [{ name: '周一', group: '一组', post: 'secretary' }],
    ...over,
  })

const tree = (village: Village) => village.as('沈文').organisation

async function town(village: Village): Promise<string> {
  return dataOf(await tree(village).createUnit({ level: 'committee', parentId: countyId, name: '河口镇党委' })).unitId
}

async function closedTown(village: Village): Promise<string> {
  const unitId = await town(village)
  dataOf(await tree(village).closeUnit({ unitId }))
  return unitId
}

/** A branch is founded with its people; one that they have all left is laid here without them. */
async function closedBranch(village: Village): Promise<string> {
  const { committeeId } = village
  const place = { countyId, committeeId, parentId: committeeId, branchId: 'empty' }
  const unit = newUnit(madeByNobody(village.clock.now()), 'empty', { level: 'branch', name: '空支部', ...place })
  await village.db.transact((tx) => village.house.stores.organisation.insertUnit(tx, unit))
  dataOf(await tree(village).closeUnit({ unitId: 'empty' }))
  return 'empty'
}

const madeByNobody = (at: number) => ({ action: 'test.lay', by: 'nobody', at, requestId: 'laid', via: 'test', inputHash: '' })

/** A receipt of 张大爷's on its way up, and what he asked for. */
const handedUp = (village: Village) =>
  handUpDues({
    secretary: village.as('老王'),
    payerId: village.person('张大爷').memberId,
    checker: { memberId: village.person('刘桂兰').memberId, api: village.as('刘桂兰') },
    day: themeDayPlan.day,
  })

/** Five wrong codes use up the hour. */
/** Somebody with a new address for each try has used up what the whole deployment may try in an hour; then a right code. */
async function pause(village: Village, ask: (code: string) => Promise<AnyReply>): Promise<AnyReply> {
  const now = village.clock.now()
  const strangers = Array.from({ length: triesInAll }, (_, place): Caller => ({ address: `address ${place}`, via: 'h5' }))
  await Promise.all(strangers.map((caller) => village.house.tries.lookUp({ caller, now }, async () => undefined)))
  const real = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  return ask(real.code)
}

async function guess(village: Village, ask: (code: string) => Promise<AnyReply>): Promise<AnyReply> {
  for (const code of ['AAAA1111', 'AAAA2222', 'AAAA3333', 'AAAA4444', 'AAAA5555']) await ask(code)
  const real = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  return ask(real.code)
}

async function usedCode(village: Village): Promise<string> {
  const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  dataOf(await village.newcomer().api.claims.bind({ code }))
  return code
}

/** Given by the secretary to somebody whom the county then made an officer of the town. */
async function outgrownCode(village: Village): Promise<string> {
  const { personId } = village.person('赵大娘')
  const { code } = dataOf(await village.as('老王').claims.issue({ personId }))
  dataOf(await village.as('沈文').roles.grant({ unitId: village.committeeId, role: 'townOfficer', to: { personId } }))
  return code
}

async function expiredCode(village: Village): Promise<string> {
  const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  village.clock.set('2026-12-03', '08:00')
  return code
}

/** Helped by a leader or the secretary, and said no to. */
async function objection(village: Village, who: string, whom: string) {
  const { themeDayId } = await village.themeDay('09:02')
  dataOf(await checkInFor(village, { who, whom, themeDayId }))
  return objectTo(village, whom)
}

const turnOff = (village: Village, since: string) =>
  village.as('沈文').systems.turn({ system: 'themeday', isOn: false, since, document: '青组发〔2026〕3号' })

type Members = ReturnType<Village['as']>['members']

const addMember = (village: Village, over: Partial<Parameters<Members['add']>[0]>) =>
  village.as('老王').members.add({ name: '孟晓', membership: 'full', ...over })

/** The secretary has asked whose number it is as often as a day allows. */
async function askNumbers(village: Village): Promise<Village> {
  for (let asked = 0; asked < mostAsked; asked += 1) dataOf(await village.as('老王').members.matchPhone({ phone: '13900000000' }))
  return village
}

const editZhang = (village: Village, changes: Partial<Parameters<Members['update']>[0]>) =>
  village.as('老王').members.update({ memberId: village.person('张大爷').memberId, version: 1, ...changes })

const categorise = (village: Village, over: Partial<NonNullable<Parameters<Members['setCategory']>[0]['category']>>) =>
  village.as('老王').members.setCategory({
    memberId: village.person('张大爷').memberId,
    version: 1,
    category: { kind: 'elderly', since: '2026-11-01', recheckOn: '2027-11-01', ...over },
  })

/** The member's number as a store shows it that was taken back without its keys. */
async function loseKeys(village: Village, memberId: string): Promise<void> {
  const { members } = village.house.stores
  await village.db.transact(async (tx) => {
    const member = await members.getMember(tx, memberId)
    if (member === undefined) throw new Error('nobody there')
    await members.putMember(tx, { ...member, phone: 'k1:lost:lost:lost' })
  })
}

const secretaryGrants = (village: Village, over: Partial<Granting>) =>
  village.as('老王').roles.grant({
    ...{ unitId: village.branchId, role: 'liaison' as const, to: { personId: village.person('张大爷').personId } },
    ...over,
  })

const handOver = (village: Village, whom: string, unitId = village.branchId) =>
  village.as('方敏').roles.handOver({ unitId, to: { personId: village.person(whom).personId }, claimsToo: true })

export const scenes: Scenes = {
  roles: {
    grant: {
      ABOVE_YOU: (village) => secretaryGrants(village, { role: 'villageContact' }),
      YOURSELF: (village) => secretaryGrants(village, { to: { personId: village.person('老王').personId } }),
      NOT_HELD_HERE: (village) => secretaryGrants(village, { role: 'groupLeader' }),
      MEMBER_NEEDED: (village) => secretaryGrants(village, { to: { name: '郭玉兰' } }),
      HAS_SECRETARY: (village) =>
        village
          .as('方敏')
          .roles.grant({ unitId: village.branchId, role: 'secretary', to: { personId: village.person('张大爷').personId } }),
      ENDS_FIRST: (village) => secretaryGrants(village, { until: village.clock.now() }),
      TERM_TOO_LONG: (village) => secretaryGrants(village, { until: village.clock.now() + longestTermMs + 1 }),
      ACTING_NEEDS_DATES: (village) => secretaryGrants(village, { isActing: true, until: village.clock.now() + dayMs }),
      ACTING_TOO_LONG: (village) => {
        const from = village.clock.now()
        return secretaryGrants(village, { isActing: true, from, until: from + longestActingMs + 1 })
      },
    },
    revoke: {
      ABOVE_YOU: async (village) => {
        await village.staff()
        const { rows } = dataOf(await village.as('老王').roles.list({ unitId: village.branchId }))
        return village.as('老王').roles.revoke({ grantId: rows.find(({ role }) => role === 'villageContact')?.grantId ?? '' })
      },
      YOURSELF: (village) => village.as('沈文').roles.revoke({ grantId: grantId(countyId, 'countyAdmin', village.adminId) }),
      LAST_SECRETARY: (village) =>
        village.as('方敏').roles.revoke({ grantId: grantId(village.branchId, 'secretary', village.person('老王').personId) }),
    },
    list: {},
    listCandidates: {},
    lookHandOver: {
      NO_SECRETARY_HERE: (village) => village.as('沈文').roles.lookHandOver({ unitId: village.committeeId }),
    },
    handOver: {
      YOURSELF: async (village) => {
        // Somebody of the branch also handles the town.
        const to = { personId: village.person('张大爷').personId }
        dataOf(await village.as('沈文').roles.grant({ unitId: village.committeeId, role: 'townOfficer', to }))
        const phone = await village.claim('张大爷', '沈文')
        return phone.api.roles.handOver({ unitId: village.branchId, to, claimsToo: false })
      },
      NO_SECRETARY_HERE: (village) =>
        village
          .as('沈文')
          .roles.handOver({ unitId: village.committeeId, to: { personId: village.person('张大爷').personId }, claimsToo: true }),
      ALREADY_SECRETARY: (village) => handOver(village, '老王'),
    },
  },
  assists: {
    list: {},
    listLooks: {},
    object: {
      ALREADY_OBJECTED: async (village) => {
        const { api, assistId } = await objection(village, '老王', '赵大娘')
        return api.assists.object({ assistId, reason: 'notMe' })
      },
    },
    listObjections: {},
    answerObjection: {
      ALREADY_ANSWERED: async (village) => {
        const { assistId } = await objection(village, '徐大勇', '林树根')
        dataOf(await village.as('老王').assists.answerObjection({ assistId, verdict: 'stands' }))
        return village.as('老王').assists.answerObjection({ assistId, verdict: 'undone' })
      },
      OWN_DEED: async (village) => {
        const { assistId } = await objection(village, '徐大勇', '林树根')
        // The leader is made secretary before anybody answers.
        const leader = village.browser('徐大勇')
        await village.db.transact(async (tx) => {
          const known = await tx.get(actors, leader.caller.device ?? '')
          if (known === undefined) throw new Error('the leader has no phone')
          const { branchId } = village
          const grants = [{ role: 'secretary' as const, unitId: branchId, level: 'branch' as const, branchId }]
          await tx.put(actors, { ...known, persons: known.persons.map((one) => ({ ...one, grants })) })
        })
        return leader.api.assists.answerObjection({ assistId, verdict: 'stands' })
      },
    },
  },
  organisation: {
    foundBranch: {
      NO_SECRETARY: (village) => found(village, { members: [{ name: '周一' }] }),
      TWO_SECRETARIES: (village) =>
        found(village, {
          members: [
            { name: '周一', post: 'secretary' },
            { name: '周二', post: 'secretary' },
          ],
        }),
      LEADER_WITHOUT_GROUP: (village) =>
        found(village, {
          members: [
            { name: '周一', post: 'secretary' },
            { name: '周二', post: 'groupLeader' },
          ],
        }),
      TWO_LEADERS: (village) =>
        found(village, {
          members: [
            { name: '周一', post: 'secretary' },
            { name: '周二', group: '一组', post: 'groupLeader' },
            { name: '周三', group: '一组', post: 'groupLeader' },
          ],
        }),
      BRANCH_EXISTS: (village) => found(village, { name: '示范村支部' }),
      COMMITTEE_EXISTS: (village) => found(village, { committee: { name: '清溪镇' } }),
    },
    listCommittees: {},
    listBranches: {},
    createUnit: {
      LEVEL_NOT_HERE: (village) => tree(village).createUnit({ level: 'generalBranch', parentId: village.branchId, name: '河东总支' }),
      PARENT_CLOSED: async (village) =>
        tree(village).createUnit({ level: 'generalBranch', parentId: await closedTown(village), name: '河东总支' }),
      NAME_TAKEN: (village) => tree(village).createUnit({ level: 'committee', parentId: countyId, name: '清溪镇' }),
    },
    renameUnit: {
      UNIT_CLOSED: async (village) => tree(village).renameUnit({ unitId: await closedTown(village), name: '河西镇' }),
      NAME_TAKEN: (village) => tree(village).renameUnit({ unitId: village.nextDoorId, name: '示范村支部' }),
    },
    moveUnit: {
      LEVEL_NOT_HERE: (village) => tree(village).moveUnit({ unitId: village.nextDoorId, parentId: village.branchId }),
      UNIT_CLOSED: async (village) => tree(village).moveUnit({ unitId: await closedBranch(village), parentId: await town(village) }),
      PARENT_CLOSED: async (village) => tree(village).moveUnit({ unitId: village.branchId, parentId: await closedTown(village) }),
      NAME_TAKEN: async (village) => {
        const { branchId } = dataOf(await found(village, { committee: { name: '平山镇' }, name: '示范村支部' }))
        return tree(village).moveUnit({ unitId: branchId, parentId: village.committeeId })
      },
      DUES_WAIT: async (village) => {
        await handedUp(village)
        return tree(village).moveUnit({ unitId: village.branchId, parentId: await town(village) })
      },
    },
    closeUnit: {
      HAS_MEMBERS: (village) => tree(village).closeUnit({ unitId: village.branchId }),
      HAS_UNITS: (village) => tree(village).closeUnit({ unitId: village.committeeId }),
      HOLDS_DUES: async (village) => {
        await handedUp(village)
        return tree(village).closeUnit({ unitId: village.branchId })
      },
    },
    listUnits: {},
    getUnit: {},
  },
  members: {
    list: {},
    search: {},
    matchPhone: {
      TOO_MANY_NUMBERS: async (village) => (await askNumbers(village)).as('老王').members.matchPhone({ phone: '13800000001' }),
    },
    get: {},
    printCards: {},
    replaceCard: {},
    getCard: {},
    revealPhone: {
      NO_PHONE: (village) => village.as('老王').members.revealPhone({ memberId: village.person('张大爷').memberId }),
      PHONE_LOST: async (village) => {
        await loseKeys(village, village.person('张大爷').memberId)
        return village.as('老王').members.revealPhone({ memberId: village.person('张大爷').memberId })
      },
    },
    add: {
      ON_ROSTER: async (village) => {
        await addMember(village, { phone: '13800000001' })
        return addMember(village, { phone: '13800000001', isNamesake: true })
      },
      ON_ANOTHER_ROSTER: async (village) => {
        dataOf(await village.as('田有福').members.add({ name: '孟晓', membership: 'full', phone: '13800000001' }))
        return addMember(village, { phone: '13800000001' })
      },
      TOO_MANY_NUMBERS: async (village) => addMember(await askNumbers(village), { phone: '13800000001' }),
      SAME_NAME: (village) => addMember(village, { name: '张建国' }),
      NO_SUCH_DAY: (village) => addMember(village, { joinedOn: '2026-02-30' }),
    },
    update: {
      STALE: async (village) => {
        dataOf(await editZhang(village, { membership: 'full' }))
        return editZhang(village, { membership: 'probationary' })
      },
      ON_ROSTER: async (village) => {
        dataOf(await addMember(village, { phone: '13800000001' }))
        return editZhang(village, { name: '孟晓', phone: '13800000001' })
      },
      ON_ANOTHER_ROSTER: async (village) => {
        dataOf(await village.as('田有福').members.add({ name: '孟晓', membership: 'full', phone: '13800000001' }))
        return editZhang(village, { name: '孟晓', phone: '13800000001' })
      },
      TOO_MANY_NUMBERS: async (village) => editZhang(await askNumbers(village), { phone: '13800000001' }),
      NO_SUCH_DAY: (village) => editZhang(village, { joinedOn: '2026-11-26' }),
      CONFIRMED_BEFORE: (village) => editZhang(village, { joinedOn: '2020-07-01', confirmedOn: '2020-06-30' }),
      NOT_ON: (village) => editZhang(village, { birthMonth: '1956-03' }),
    },
    setCategory: {
      STALE: async (village) => {
        dataOf(await categorise(village, {}))
        return categorise(village, {})
      },
      NO_SUCH_DAY: (village) => categorise(village, { since: '2026-02-30' }),
      RECHECK_BEFORE: (village) => categorise(village, { recheckOn: '2026-10-31' }),
      DECISION_NEEDED: (village) => categorise(village, { kind: 'underCorrection' }),
      ENDS_BEFORE: (village) => categorise(village, { until: '2026-10-31' }),
    },
    remove: {
      STALE: (village) => village.as('老王').members.remove({ memberId: village.person('张大爷').memberId, version: 2, reason: 'moved' }),
      HOLDS_ROLE: (village) =>
        village.as('老王').members.remove({ memberId: village.person('徐大勇').memberId, version: 1, reason: 'moved' }),
    },
  },
  session: { who: {}, devices: {}, letGo: {} },
  codes: {
    resolve: {
      CODE_UNKNOWN: (village) => village.newcomer().api.codes.resolve({ code: 'ZZZZ9999' }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.codes.resolve({ code }))
      },
      CODES_PAUSED: (village) => pause(village, (code) => village.newcomer().api.codes.resolve({ code })),
    },
  },
  claims: {
    issue: {
      ABOVE_YOU: async (village) => {
        const to = { name: '向荣' }
        const { personId } = dataOf(await village.as('方敏').roles.grant({ unitId: village.branchId, role: 'villageContact', to }))
        return village.as('老王').claims.issue({ personId })
      },
      SECRETARY_ISSUES: (village) => village.as('沈文').claims.issue({ personId: village.person('赵大娘').personId }),
    },
    issueSheet: {},
    look: {
      CODE_UNKNOWN: (village) => village.newcomer().api.claims.look({ code: 'ZZZZ9999' }),
      CODE_USED: async (village) => village.newcomer().api.claims.look({ code: await usedCode(village) }),
      CODE_EXPIRED: async (village) => village.newcomer().api.claims.look({ code: await expiredCode(village) }),
      CODE_OUTGROWN: async (village) => village.newcomer().api.claims.look({ code: await outgrownCode(village) }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.claims.look({ code }))
      },
      CODES_PAUSED: (village) => pause(village, (code) => village.newcomer().api.claims.look({ code })),
    },
    bind: {
      CODE_UNKNOWN: (village) => village.newcomer().api.claims.bind({ code: '不是码' }),
      CODE_USED: async (village) => village.newcomer().api.claims.bind({ code: await usedCode(village) }),
      CODE_EXPIRED: async (village) => village.newcomer().api.claims.bind({ code: await expiredCode(village) }),
      CODE_OUTGROWN: async (village) => village.newcomer().api.claims.bind({ code: await outgrownCode(village) }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.claims.bind({ code }))
      },
      CODES_PAUSED: (village) => pause(village, (code) => village.newcomer().api.claims.bind({ code })),
      PHONE_FULL: async (village) => {
        const phone = village.newcomer()
        const family = ['赵大娘', '罗喆', '梁小军', '宋秋菊', '唐双喜']
        let last: AnyReply | undefined
        for (const name of family) {
          const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person(name).personId }))
          last = await phone.api.claims.bind({ code })
        }
        if (last === undefined) throw new Error('nobody claimed')
        return last
      },
    },
    unbind: {
      ABOVE_YOU: async (village) => {
        const { personId } = village.person('赵大娘')
        dataOf(await village.as('沈文').roles.grant({ unitId: village.committeeId, role: 'townOfficer', to: { personId } }))
        return village.as('老王').claims.unbind({ personId })
      },
    },
    notMe: {},
    listReports: {},
    closeReport: {},
  },
  files: {
    begin: {
      TOO_BIG: (village) => village.as('老王').files.begin({ kind: 'voice', bytes: 600_001 }),
      ENOUGH_TODAY: async (village) => {
        for (let sent = 0; sent < 12; sent += 1) dataOf(await village.as('老王').files.begin({ kind: 'attachment', bytes: 5_000_000 }))
        return village.as('老王').files.begin({ kind: 'voice', bytes: 1 })
      },
      NO_ROOM: async (village) => {
        const full = nearlyFullDisk()
        const reply = await village.as('老王').files.begin({ kind: 'voice', bytes: 600_000 })
        full.mockRestore()
        return reply
      },
    },
  },
  themeday: themeDayScenes,
  dues: duesScenes,
  systems: {
    list: {},
    turn: {
      NO_SUCH_DAY: (village) => turnOff(village, '2026-11-31'),
      BEFORE_LAST: async (village) => {
        dataOf(await turnOff(village, '2026-11-25'))
        return turnOff(village, '2026-11-24')
      },
      TOO_FAR: (village) => turnOff(village, '2028-01-01'),
    },
  },
  demo: {
    listCast: {},
    become: { NOT_IN_CAST: (village) => village.newcomer().api.demo.become({ person: 'nobody' }) },
  },
}
