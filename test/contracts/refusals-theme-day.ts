/** One scene for every refusal of the theme day. */
import type { themeday } from '#shared/themeday/contract'
import { mostAttachments } from '#shared/themeday/ids'
import { sendPaper } from '../files/sending'
import { dataOf, publish, themeDayPlan, type Village } from '../village/village'
import type { ScenesOf } from './refusals'

const zhang = (village: Village) => village.as('张大爷').themeday
const wang = (village: Village) => village.as('老王').themeday
const idOf = (village: Village, name: string) => village.person(name).memberId

const draft = async (village: Village) => dataOf(await wang(village).create(themeDayPlan)).themeDayId
const planned = async (village: Village, time?: string) => (await village.themeDay(time)).themeDayId

async function cancelled(village: Village): Promise<string> {
  const themeDayId = await planned(village)
  dataOf(await wang(village).cancel({ themeDayId, words: '下大雨' }))
  village.clock.set(themeDayPlan.day, '09:00')
  return themeDayId
}

async function closed(village: Village): Promise<string> {
  const themeDayId = await planned(village, '10:00')
  dataOf(await wang(village).close({ themeDayId }))
  return themeDayId
}

/** Called by name, so that there is something to be put right. */
async function called(village: Village, name: string): Promise<string> {
  const themeDayId = await planned(village, '09:00')
  dataOf(await wang(village).rollCall({ themeDayId, memberIds: [idOf(village, name)] }))
  return themeDayId
}

/** 张大爷 asked at noon to be counted, and was told no. */
async function sentBack(village: Village, themeDayId: string): Promise<void> {
  village.clock.set(themeDayPlan.day, '12:00')
  dataOf(await zhang(village).lateCheckIn({ themeDayId, why: 'forgot' }))
  dataOf(await wang(village).sendBackLate({ themeDayId, memberId: idOf(village, '张大爷'), reason: 'unclear' }))
}

/** With the changing code among the branch's ways. */
async function withScreen(village: Village): Promise<string> {
  dataOf(await wang(village).setHabits({ ways: ['rollCall', 'screen'] }))
  return planned(village, '09:00')
}

const update = (village: Village, themeDayId: string, over: Partial<Parameters<ReturnType<typeof wang>['update']>[0]>) =>
  wang(village).update({ themeDayId, version: 1, ...themeDayPlan, ...over })

const call = (village: Village, themeDayId: string, over: Partial<Parameters<ReturnType<typeof wang>['rollCall']>[0]> = {}) =>
  wang(village).rollCall({ themeDayId, memberIds: [idOf(village, '赵大娘')], ...over })

const paper = (village: Village, themeDayId: string, witness = '刘桂兰') =>
  wang(village).enterPaper({ themeDayId, memberIds: [idOf(village, '赵大娘')], witnessId: idOf(village, witness) })

async function cardOf(village: Village, name: string): Promise<string> {
  const { rows } = dataOf(await village.as('老王').members.printCards({ memberIds: [idOf(village, name)] }))
  return rows[0]?.code ?? ''
}

const withCards = async (village: Village, time?: string): Promise<string> => {
  dataOf(await wang(village).setHabits({ ways: ['rollCall', 'wall', 'card'] }))
  return planned(village, time)
}

const scan = (village: Village, themeDayId: string, code: string, venueId?: string) =>
  wang(village).scanCard({ themeDayId, code, ...(venueId === undefined ? {} : { venueId }) })

const carry = (village: Village, themeDayId: string) =>
  wang(village).carry({ themeDayId, memberId: idOf(village, '张大爷'), requestId: 'zhang-taps-once', tapped: { at: village.clock.now() } })

const home = (village: Village, themeDayId: string, source: 'delivered' | 'elsewhere' = 'delivered') =>
  wang(village).record({ themeDayId, memberId: idOf(village, '赵大娘'), source })

const minutes = (village: Village, themeDayId: string, over: Partial<Parameters<ReturnType<typeof wang>['writeMinutes']>[0]> = {}) =>
  wang(village).writeMinutes({ themeDayId, version: 0, parts: [], decisions: [], ...over })

const vote = { topic: '清理水渠', for: 20, against: 0, abstain: 0, conclusion: '下周动工' }
const badPlan = {
  NO_SUCH_DAY: { day: '2027-02-30' },
  DAY_PAST: { day: '2026-11-24' },
  ENDS_BEFORE_START: { to: '08:00' },
  PART_TWICE: { parts: [{ part: 'study' as const }, { part: 'study' as const }] },
}

const attach = (village: Village, themeDayId: string, fileId: string) =>
  wang(village).addAttachment({ themeDayId, fileId, name: '照片.png' })

/** Late in the night after the day: a leader's browser is a member's, and still known. */
const nextNight = (village: Village) => village.clock.set('2026-11-26', '00:00')

export const themeDayScenes: ScenesOf<typeof themeday> = {
  create: {
    NO_SUCH_DAY: (village) => wang(village).create({ ...themeDayPlan, ...badPlan.NO_SUCH_DAY }),
    DAY_PAST: (village) => wang(village).create({ ...themeDayPlan, ...badPlan.DAY_PAST }),
    ENDS_BEFORE_START: (village) => wang(village).create({ ...themeDayPlan, ...badPlan.ENDS_BEFORE_START }),
    PART_TWICE: (village) => wang(village).create({ ...themeDayPlan, ...badPlan.PART_TWICE }),
    MONTH_TAKEN: async (village) => {
      await village.themeDay()
      return wang(village).create({ ...themeDayPlan, day: '2026-11-28' })
    },
  },
  publish: {
    CANCELLED: async (village) => wang(village).publish({ themeDayId: await cancelled(village) }),
    DAY_PAST: async (village) => {
      const themeDayId = await draft(village)
      village.clock.set(themeDayPlan.day, '11:00')
      return wang(village).publish({ themeDayId })
    },
  },
  update: {
    NO_SUCH_DAY: async (village) => update(village, await draft(village), badPlan.NO_SUCH_DAY),
    DAY_PAST: async (village) => update(village, await draft(village), badPlan.DAY_PAST),
    ENDS_BEFORE_START: async (village) => update(village, await draft(village), badPlan.ENDS_BEFORE_START),
    PART_TWICE: async (village) => update(village, await draft(village), badPlan.PART_TWICE),
    CANCELLED: async (village) => update(village, await cancelled(village), {}),
    STALE: async (village) => update(village, await draft(village), { version: 9 }),
    OTHER_MONTH: async (village) => update(village, await draft(village), { day: '2026-12-25' }),
    STARTED: async (village) => update(village, await planned(village, '08:30'), {}),
  },
  cancel: {
    STARTED: async (village) => wang(village).cancel({ themeDayId: await planned(village, '08:30') }),
    BOOK_CLOSED: async (village) => wang(village).cancel({ themeDayId: await closed(village) }),
  },
  open: {
    NOT_TODAY: async (village) => {
      const { themeDayId } = await publish(village.as('老王'), { ...themeDayPlan, day: '2026-11-28' })
      return wang(village).open({ themeDayId })
    },
    OVER: async (village) => wang(village).open({ themeDayId: await planned(village, '11:00') }),
    CANCELLED: async (village) => wang(village).open({ themeDayId: await cancelled(village) }),
  },
  getHabits: {},
  setHabits: { ROLL_CALL_STAYS: (village) => wang(village).setHabits({ ways: ['wall'] }) },
  suggest: { MONTH_PAST: (village) => village.as('方敏').themeday.suggest({ month: '2026-10', topic: '秋收', materials: [] }) },
  getSuggestion: {},
  acknowledge: {},
  checkIn: {
    NOT_OPEN: async (village) => zhang(village).checkIn({ themeDayId: await planned(village, '08:00'), via: 'code' }),
    CANCELLED: async (village) => zhang(village).checkIn({ themeDayId: await cancelled(village), via: 'code' }),
    WAY_NOT_CHOSEN: async (village) => zhang(village).checkIn({ themeDayId: await withScreen(village), via: 'code' }),
    NO_SUCH_VENUE: async (village) => zhang(village).checkIn({ themeDayId: await planned(village, '09:00'), via: 'code', venueId: '2' }),
    CODE_FORGED: async (village) => {
      const proof = { step: Math.floor(village.clock.now() / 15_000), mac: 'AAAAAAAAAAAA' }
      return zhang(village).checkIn({ themeDayId: await withScreen(village), via: 'screen', proof })
    },
    CODE_EXPIRED: async (village) => {
      const themeDayId = await withScreen(village)
      const proof = village.shownCode(themeDayId)
      village.clock.forward(60_000)
      return zhang(village).checkIn({ themeDayId, via: 'screen', proof })
    },
    NOT_SEEN: async (village) =>
      wang(village).checkIn(
        { themeDayId: await planned(village, '09:00'), via: 'home' },
        { for: { memberId: idOf(village, '赵大娘'), reason: 'noPhone' } },
      ),
    CLOSED: async (village) => zhang(village).checkIn({ themeDayId: await planned(village, '11:00'), via: 'code' }),
    TOO_LATE: async (village) => {
      const themeDayId = await planned(village, '09:02')
      const tapped = { at: village.clock.now(), clockOffMs: 0 }
      village.clock.set('2026-11-29', '00:00')
      return zhang(village).checkIn({ themeDayId, via: 'home', tapped })
    },
    OTHER_BRANCH: async (village) => village.as('范玉梅').themeday.checkIn({ themeDayId: await planned(village, '09:00'), via: 'code' }),
    ALREADY_CHECKED_IN: async (village) => {
      const themeDayId = await planned(village, '09:00')
      dataOf(await zhang(village).checkIn({ themeDayId, via: 'code' }))
      return zhang(village).checkIn({ themeDayId, via: 'code' })
    },
    TAKEN_BACK: async (village) => {
      const themeDayId = await planned(village, '09:00')
      dataOf(await zhang(village).checkIn({ themeDayId, via: 'code' }))
      dataOf(await wang(village).reverse({ themeDayId, memberId: idOf(village, '张大爷'), reason: 'notThere' }))
      return zhang(village).checkIn({ themeDayId, via: 'home' })
    },
    SENT_BACK: async (village) => {
      const themeDayId = await planned(village, '09:02')
      const tapped = { at: village.clock.now(), clockOffMs: 0 }
      await sentBack(village, themeDayId)
      return zhang(village).checkIn({ themeDayId, via: 'home', tapped })
    },
  },
  rollCall: {
    NOT_OPEN: async (village) => call(village, await planned(village, '08:00')),
    CANCELLED: async (village) => call(village, await cancelled(village)),
    BOOK_CLOSED: async (village) => call(village, await closed(village)),
    WAY_NOT_CHOSEN: async (village) => call(village, await planned(village, '09:00'), { way: 'door' }),
    NO_SUCH_VENUE: async (village) => call(village, await planned(village, '09:00'), { venueId: '3' }),
    CLOSED: async (village) => {
      const themeDayId = await planned(village, '11:00')
      nextNight(village)
      return village.as('徐大勇').themeday.rollCall({ themeDayId, memberIds: [idOf(village, '林树根')] })
    },
  },
  enterPaper: {
    NOT_BEGUN: async (village) => paper(village, await planned(village, '08:00')),
    CANCELLED: async (village) => paper(village, await cancelled(village)),
    SAME_PERSON: async (village) => paper(village, await planned(village, '09:00'), '老王'),
    BOOK_CLOSED: async (village) => paper(village, await closed(village)),
  },
  scanCard: {
    NOT_OPEN: async (village) => scan(village, await withCards(village, '08:00'), await cardOf(village, '赵大娘')),
    CANCELLED: async (village) => scan(village, await cancelled(village), await cardOf(village, '赵大娘')),
    CLOSED: async (village) => {
      const themeDayId = await withCards(village, '11:00')
      const code = await cardOf(village, '林树根')
      nextNight(village)
      return village.as('徐大勇').themeday.scanCard({ themeDayId, code })
    },
    WAY_NOT_CHOSEN: async (village) => scan(village, await planned(village, '09:00'), await cardOf(village, '赵大娘')),
    NO_SUCH_VENUE: async (village) => scan(village, await withCards(village, '09:00'), await cardOf(village, '赵大娘'), '4'),
    BOOK_CLOSED: async (village) => scan(village, await closed(village), await cardOf(village, '赵大娘')),
    CARD_UNKNOWN: async (village) => scan(village, await withCards(village, '09:00'), 'ZZZZ9999'),
    CARD_REPLACED: async (village) => {
      const themeDayId = await withCards(village, '09:00')
      const code = await cardOf(village, '赵大娘')
      dataOf(await village.as('老王').members.replaceCard({ memberId: idOf(village, '赵大娘') }))
      return scan(village, themeDayId, code)
    },
  },
  carry: {
    NOT_OPEN: async (village) => carry(village, await planned(village, '08:00')),
    CANCELLED: async (village) => carry(village, await cancelled(village)),
    BOOK_CLOSED: async (village) => carry(village, await closed(village)),
    CLOSED: async (village) => {
      const themeDayId = await planned(village, '11:00')
      nextNight(village)
      const tapped = { at: village.clock.now() }
      return village.as('徐大勇').themeday.carry({ themeDayId, memberId: idOf(village, '林树根'), requestId: 'lin-taps-once', tapped })
    },
  },
  getDayKey: {
    WAY_NOT_CHOSEN: async (village) => wang(village).getDayKey({ themeDayId: await planned(village, '09:00') }),
    BOOK_CLOSED: async (village) => wang(village).getDayKey({ themeDayId: await closed(village) }),
    CANCELLED: async (village) => wang(village).getDayKey({ themeDayId: await cancelled(village) }),
  },
  record: {
    NOT_BEGUN: async (village) => home(village, await planned(village, '08:00')),
    CANCELLED: async (village) => home(village, await cancelled(village)),
    PROOF_NEEDED: async (village) => home(village, await planned(village, '09:00'), 'elsewhere'),
    BOOK_CLOSED: async (village) => home(village, await closed(village)),
  },
  approveLate: {},
  sendBackLate: {
    ALREADY_APPROVED: async (village) => {
      const themeDayId = await planned(village, '12:00')
      dataOf(await zhang(village).checkIn({ themeDayId, via: 'home', tapped: { at: village.clock.now() } }))
      const memberId = idOf(village, '张大爷')
      dataOf(await wang(village).approveLate({ themeDayId, memberId }))
      return wang(village).sendBackLate({ themeDayId, memberId, reason: 'notThere' })
    },
  },
  listLate: {},
  getLate: {},
  askLeave: {
    CANCELLED: async (village) => zhang(village).askLeave({ themeDayId: await cancelled(village) }),
    STARTED: async (village) => zhang(village).askLeave({ themeDayId: await planned(village, '09:00') }),
    ALREADY_CHECKED_IN: async (village) => {
      const themeDayId = await planned(village, '08:40')
      dataOf(await zhang(village).checkIn({ themeDayId, via: 'code' }))
      return zhang(village).askLeave({ themeDayId })
    },
  },
  withdrawLeave: { STARTED: async (village) => zhang(village).withdrawLeave({ themeDayId: await planned(village, '09:00') }) },
  giveOpinion: {
    CANCELLED: async (village) => zhang(village).giveOpinion({ themeDayId: await cancelled(village), words: '同意' }),
    BOOK_CLOSED: async (village) => zhang(village).giveOpinion({ themeDayId: await closed(village), words: '同意' }),
  },
  lateCheckIn: {
    CANCELLED: async (village) => zhang(village).lateCheckIn({ themeDayId: await cancelled(village), why: 'forgot' }),
    NOT_OVER: async (village) => zhang(village).lateCheckIn({ themeDayId: await planned(village, '09:00'), why: 'forgot' }),
    TOO_LATE: async (village) => {
      const themeDayId = await planned(village)
      village.clock.set('2026-11-29', '00:00')
      return zhang(village).lateCheckIn({ themeDayId, why: 'forgot' })
    },
    ALREADY_CHECKED_IN: async (village) => {
      const themeDayId = await planned(village, '09:00')
      dataOf(await zhang(village).checkIn({ themeDayId, via: 'code' }))
      village.clock.set(themeDayPlan.day, '12:00')
      return zhang(village).lateCheckIn({ themeDayId, why: 'forgot' })
    },
    SENT_BACK: async (village) => {
      const themeDayId = await planned(village)
      await sentBack(village, themeDayId)
      return zhang(village).lateCheckIn({ themeDayId, why: 'noSignal' })
    },
  },
  addGuest: {
    NOT_BEGUN: async (village) => wang(village).addGuest({ themeDayId: await planned(village, '08:00'), name: '周一', from: '柳树村支部' }),
    CANCELLED: async (village) => wang(village).addGuest({ themeDayId: await cancelled(village), name: '周一', from: '柳树村支部' }),
    BOOK_CLOSED: async (village) => wang(village).addGuest({ themeDayId: await closed(village), name: '周一', from: '柳树村支部' }),
  },
  getMinutes: {},
  writeMinutes: {
    BOOK_CLOSED: async (village) => minutes(village, await closed(village)),
    STALE: async (village) => minutes(village, await planned(village, '09:00'), { version: 3 }),
    PART_TWICE: async (village) =>
      minutes(village, await planned(village, '09:00'), {
        parts: [
          { part: 'study', isDone: true },
          { part: 'study', isDone: false },
        ],
      }),
    NOBODY_VOTED: async (village) => minutes(village, await planned(village, '09:00'), { decisions: [{ ...vote, for: 0 }] }),
    TOO_MANY_VOTES: async (village) => minutes(village, await planned(village, '09:00'), { decisions: [{ ...vote, against: 7 }] }),
  },
  reverse: {
    NOT_PRESENT: async (village) =>
      wang(village).reverse({ themeDayId: await planned(village, '09:00'), memberId: idOf(village, '赵大娘'), reason: 'notThere' }),
    CORRECTED_TOO_OFTEN: async (village) => {
      const themeDayId = await called(village, '赵大娘')
      const memberId = idOf(village, '赵大娘')
      const back = () => wang(village).reverse({ themeDayId, memberId, reason: 'notThere' })
      for (const again of [1, 2]) {
        dataOf(await back())
        village.clock.forward(again)
        dataOf(await call(village, themeDayId))
      }
      return back()
    },
  },
  close: {
    NOT_BEGUN: async (village) => wang(village).close({ themeDayId: await planned(village, '08:00') }),
    CANCELLED: async (village) => wang(village).close({ themeDayId: await cancelled(village) }),
  },
  reopen: {
    NOT_CLOSED: async (village) => village.as('方敏').themeday.reopen({ themeDayId: await planned(village), reason: '少记了一位' }),
  },
  getBook: {},
  exportBook: {},
  listBranches: {},
  get: {},
  list: {},
  countAttendance: {},
  listAttendance: {},
  setVoice: {
    CANCELLED: async (village) => wang(village).setVoice({ themeDayId: await cancelled(village) }),
    FILE_NOT_SOUND: async (village) =>
      wang(village).setVoice({ themeDayId: await planned(village), voice: { fileId: 'nowhere', seconds: 12 } }),
  },
  getVoice: {},
  addAttachment: {
    BOOK_CLOSED: async (village) => attach(village, await closed(village), await sendPaper(village)),
    TOO_MANY: async (village) => {
      const themeDayId = await planned(village, '09:00')
      for (let n = 0; n < mostAttachments; n += 1) dataOf(await attach(village, themeDayId, await sendPaper(village)))
      return attach(village, themeDayId, await sendPaper(village))
    },
    FILE_UNREADABLE: async (village) => attach(village, await planned(village, '09:00'), await sendPaper(village, Buffer.from('a letter'))),
  },
  removeAttachment: {
    BOOK_CLOSED: async (village) => {
      const themeDayId = await planned(village, '10:00')
      const fileId = await sendPaper(village)
      dataOf(await attach(village, themeDayId, fileId))
      dataOf(await wang(village).close({ themeDayId }))
      return wang(village).removeAttachment({ themeDayId, fileId })
    },
  },
  getAttachment: {},
}
