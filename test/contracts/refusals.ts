/**
 * One scene for every refusal of every action: a code without a scene does not compile, nor does a scene for a code that no
 * contract declares.
 */
import type { AppContracts } from '#shared/contracts'
import type { RefusalOf } from '#shared/kernel/contract'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { dataOf, themeDayPlan, type Village } from '../village/village'

type Scene = (village: Village) => Promise<AnyReply>
type ScenesOf<F> = { readonly [V in keyof F]: { readonly [Code in RefusalOf<F[V]>]: Scene } }
export type Scenes = { readonly [F in keyof AppContracts]: ScenesOf<AppContracts[F]> }

type Founding = Parameters<ReturnType<Village['as']>['organisation']['foundBranch']>[0]

const found = (village: Village, over: Partial<Founding>) =>
  village.as('沈文').organisation.foundBranch({
    committee: { committeeId: village.committeeId },
    name: '新桥村支部',
    members: [{ name: '周一', group: '一组', post: 'secretary' }],
    ...over,
  })

/** Five wrong codes use up the hour. */
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

async function expiredCode(village: Village): Promise<string> {
  const { code } = dataOf(await village.as('老王').claims.issue({ personId: village.person('赵大娘').personId }))
  village.clock.set('2026-12-03', '08:00')
  return code
}

export const scenes: Scenes = {
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
  },
  members: { list: {} },
  session: { who: {} },
  codes: {
    resolve: {
      CODE_UNKNOWN: (village) => village.newcomer().api.codes.resolve({ code: 'ZZZZ9999' }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.codes.resolve({ code }))
      },
    },
  },
  claims: {
    issue: {
      SECRETARY_ISSUES: (village) => village.as('沈文').claims.issue({ personId: village.person('赵大娘').personId }),
    },
    issueSheet: {},
    look: {
      CODE_UNKNOWN: (village) => village.newcomer().api.claims.look({ code: 'ZZZZ9999' }),
      CODE_USED: async (village) => village.newcomer().api.claims.look({ code: await usedCode(village) }),
      CODE_EXPIRED: async (village) => village.newcomer().api.claims.look({ code: await expiredCode(village) }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.claims.look({ code }))
      },
    },
    bind: {
      CODE_UNKNOWN: (village) => village.newcomer().api.claims.bind({ code: '不是码' }),
      CODE_USED: async (village) => village.newcomer().api.claims.bind({ code: await usedCode(village) }),
      CODE_EXPIRED: async (village) => village.newcomer().api.claims.bind({ code: await expiredCode(village) }),
      TOO_MANY_TRIES: (village) => {
        const { api } = village.newcomer()
        return guess(village, (code) => api.claims.bind({ code }))
      },
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
  },
  themeday: {
    create: {
      NO_SUCH_DAY: (village) => village.as('老王').themeday.create({ ...themeDayPlan, day: '2027-02-30' }),
      DAY_PAST: (village) => village.as('老王').themeday.create({ ...themeDayPlan, day: '2026-11-24' }),
      ENDS_BEFORE_START: (village) => village.as('老王').themeday.create({ ...themeDayPlan, to: '08:00' }),
      MONTH_TAKEN: async (village) => {
        await village.themeDay()
        return village.as('老王').themeday.create({ ...themeDayPlan, day: '2026-11-28' })
      },
    },
    open: {
      NOT_TODAY: async (village) => {
        const { themeDayId } = dataOf(await village.as('老王').themeday.create({ ...themeDayPlan, day: '2026-11-28' }))
        return village.as('老王').themeday.open({ themeDayId })
      },
      OVER: async (village) => {
        const { themeDayId } = await village.themeDay('11:00')
        return village.as('老王').themeday.open({ themeDayId })
      },
    },
    checkIn: {
      NOT_OPEN: async (village) =>
        village.as('张大爷').themeday.checkIn({ themeDayId: (await village.themeDay('08:00')).themeDayId, via: 'code' }),
      CLOSED: async (village) =>
        village.as('张大爷').themeday.checkIn({ themeDayId: (await village.themeDay('11:00')).themeDayId, via: 'code' }),
      TOO_LATE: async (village) => {
        const { themeDayId } = await village.themeDay('09:02')
        const tapped = { at: village.clock.now(), clockOffMs: 0 }
        village.clock.set('2026-11-29', '00:00')
        return village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped })
      },
      OTHER_BRANCH: async (village) =>
        village.as('范玉梅').themeday.checkIn({ themeDayId: (await village.themeDay('09:00')).themeDayId, via: 'code' }),
      ALREADY_CHECKED_IN: async (village) => {
        const { themeDayId } = await village.themeDay('09:00')
        dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' }))
        return village.as('张大爷').themeday.checkIn({ themeDayId, via: 'code' })
      },
    },
    rollCall: {
      NOT_OPEN: async (village) =>
        village
          .as('老王')
          .themeday.rollCall({ themeDayId: (await village.themeDay('08:00')).themeDayId, memberIds: [village.person('赵大娘').memberId] }),
      CLOSED: async (village) => {
        const { themeDayId } = await village.themeDay('11:00')
        village.clock.set('2026-11-26', '00:00')
        // A leader's browser is a member's: it is still known the day after.
        return village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [village.person('林树根').memberId] })
      },
    },
    approveLate: {},
    sendBackLate: {
      ALREADY_APPROVED: async (village) => {
        const { themeDayId } = await village.themeDay('12:00')
        dataOf(await village.as('张大爷').themeday.checkIn({ themeDayId, via: 'home', tapped: { at: village.clock.now() } }))
        const { memberId } = village.person('张大爷')
        dataOf(await village.as('老王').themeday.approveLate({ themeDayId, memberId }))
        return village.as('老王').themeday.sendBackLate({ themeDayId, memberId, reason: 'notThere' })
      },
    },
    listLate: {},
    getLate: {},
    get: {},
    list: {},
    countAttendance: {},
    listAttendance: {},
  },
  demo: {
    listCast: {},
    become: { NOT_IN_CAST: (village) => village.newcomer().api.demo.become({ person: 'nobody' }) },
  },
}
