/** One scene for every refusal of the dues. */
import { mostApprovals } from '#shared/dues/approving'
import type { dues } from '#shared/dues/contract'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { dataOf, themeDayPlan, type Village } from '../village/village'
import type { Scene, ScenesOf } from './refusals'

type Dues = ReturnType<Village['as']>['dues']
type Over<Verb extends keyof Dues> = Partial<Parameters<Dues[Verb]>[0]>

const wang = (village: Village) => village.as('老王').dues
const liu = (village: Village) => village.as('刘桂兰').dues
const fang = (village: Village) => village.as('方敏').dues
const idOf = (village: Village, name: string) => village.person(name).memberId

const { day: today } = themeDayPlan
const tomorrow = '2026-11-26'
const month = '2026-11'
const seen = { day: today, count: 1, sumFen: 50 }

/** Begun in January, with 刘桂兰 as the second pair of eyes; 张大爷 farms. */
async function begun(village: Village): Promise<void> {
  dataOf(await start(village, {}))
  dataOf(await wang(village).nameCheckers({ memberIds: [idOf(village, '刘桂兰')] }))
  dataOf(await approve(village, {}))
}

/** 张大爷 has paid for November. */
async function paid(village: Village): Promise<string> {
  await begun(village)
  return dataOf(await pay(village, {})).entryId
}

async function counted(village: Village): Promise<void> {
  await paid(village)
  dataOf(await wang(village).countDay(seen))
}

async function closed(village: Village): Promise<string> {
  const entryId = await paid(village)
  dataOf(await wang(village).countDay(seen))
  dataOf(await liu(village).checkDay(seen))
  return entryId
}

async function handedIn(village: Village): Promise<string> {
  await closed(village)
  return dataOf(await handIn(village, {})).lineId
}

/** The line out of the book of paper, written by the secretary and signed by 刘桂兰. */
async function signed(village: Village): Promise<void> {
  await begun(village)
  dataOf(await opening(village, {}))
  dataOf(await sign(village))
}

/** The secretary counted what they took in themselves, and is the only one named. */
async function countedAlone(village: Village): Promise<void> {
  await paid(village)
  dataOf(await wang(village).nameCheckers({ memberIds: [idOf(village, '老王')] }))
  dataOf(await wang(village).countDay(seen))
}

/** A phone says after the counting that it still holds two. */
async function waiting(village: Village): Promise<void> {
  await counted(village)
  dataOf(await wang(village).sayWaiting({ day: today, count: 2 }))
}

async function givenBack(village: Village): Promise<string> {
  await begun(village)
  return dataOf(await line(village, { kind: 'givenBack' })).lineId
}

async function asked(village: Village): Promise<string> {
  await begun(village)
  return dataOf(await hardship(village, {})).hardshipId
}

/** 张大爷 pays nothing for the rest of the year. */
async function granted(village: Village): Promise<void> {
  dataOf(await fang(village).decideHardship({ hardshipId: await asked(village) }))
}

/** Laid two months ago: the time for lines out of the book of paper is over. */
async function twoMonthsAgo(village: Village, lay: (village: Village) => Promise<unknown>): Promise<void> {
  village.clock.set('2026-09-20', '08:00')
  await lay(village)
  village.clock.set(today, '08:00')
}

async function cardOf(village: Village, name: string): Promise<string> {
  const { rows } = dataOf(await village.as('老王').members.printCards({ memberIds: [idOf(village, name)] }))
  return rows[0]?.code ?? ''
}

const edit = (village: Village, changes: Partial<Parameters<ReturnType<Village['as']>['members']['update']>[0]>) =>
  village.as('老王').members.update({ memberId: idOf(village, '张大爷'), version: 1, ...changes })

const start = (village: Village, over: Over<'start'>) => wang(village).start({ startMonth: '2026-01', farmerFen: 50, ...over })

const approve = (village: Village, over: Over<'approve'>) =>
  wang(village).approve({ memberId: idOf(village, '张大爷'), from: '2026-01', kind: 'farmer', monthlyFen: 50, ...over })

const arrange = (village: Village, over: Over<'arrange'>) =>
  wang(village).arrange({ memberId: idOf(village, '张大爷'), isQuarterly: false, ...over })

const openingLine = { paidThrough: month, book: '第一册', page: '12', paidBy: '本人' }

const opening = (village: Village, over: Over<'enterOpening'>) =>
  wang(village).enterOpening({ memberId: idOf(village, '张大爷'), ...openingLine, ...over })

const sign = (village: Village, who = '刘桂兰', over: Over<'signOpening'> = {}) =>
  village.as(who).dues.signOpening({ memberId: idOf(village, '张大爷'), ...openingLine, ...over })

const hardship = (village: Village, over: Over<'requestHardship'>) =>
  wang(village).requestHardship({ memberId: idOf(village, '张大爷'), from: month, to: '2026-12', monthlyFen: 0, metOn: today, ...over })

const pay = (village: Village, over: Over<'recordPayment'>) =>
  wang(village).recordPayment({
    ...{ memberId: idOf(village, '张大爷'), months: [month], dueFen: 50 },
    ...{ day: today, way: 'cash', payer: { kind: 'self' } },
    ...over,
  })

const payElsewhere = (village: Village, over: Over<'recordElsewhere'>) =>
  wang(village).recordElsewhere({ memberId: idOf(village, '张大爷'), months: [month], proof: '流动党员活动证 0815', ...over })

const handIn = (village: Village, over: Over<'handIn'>) =>
  wang(village).handIn({ through: today, sumFen: 50, on: today, carrier: '陈芳', way: 'cash', ...over })

const line = (village: Village, over: Over<'recordLine'>) =>
  wang(village).recordLine({ kind: 'used', fen: 100, on: today, purpose: '买党报，支委会定的', ...over })

const reverseLine = (village: Village, lineId: string) => wang(village).reverseLine({ lineId, purpose: '数目写错了' })

/** Scanned by a group leader, who has handled nothing of the money. */
const byCard = async (village: Village, name = '刘桂兰', over: Over<'checkDayByCard'> = {}) =>
  village.as('徐大勇').dues.checkDayByCard({ ...seen, code: await cardOf(village, name), ...over })

/** Asked of a village that has just begun. */
const once = (ask: Scene): Scene => after(begun, ask)

const after =
  (lay: (village: Village) => Promise<unknown>, ask: Scene): Scene =>
  async (village) => {
    await lay(village)
    return ask(village)
  }

/** What may be wrong with the months of a payment, wherever it was made. */
const monthScenes = (ask: (village: Village, over: { memberId?: string; months?: string[] }) => Promise<AnyReply>) => ({
  MONTH_TWICE: once((village) => ask(village, { months: [month, month] })),
  BEFORE_START: once((village) => ask(village, { months: ['2025-12'] })),
  ON_PAPER: after(signed, (village) => ask(village, {})),
  BEFORE_ADMISSION: once(async (village) => {
    dataOf(await edit(village, { joinedOn: '2026-11-10' }))
    return ask(village, { months: ['2026-10'] })
  }),
  TOO_FAR_AHEAD: once((village) => ask(village, { months: ['2027-12'] })),
  MONTH_PAID: after(paid, (village) => ask(village, {})),
  NOTHING_DUE: after(granted, (village) => ask(village, {})),
  NOT_APPROVED: once((village) => ask(village, { memberId: idOf(village, '赵大娘') })),
})

/** What keeps a day from being checked by a second, however the second is known. */
const checkScenes = (check: Scene, checkWrong: Scene) => ({
  NOT_STARTED: check,
  NOT_COUNTED: after(paid, check),
  TICKS_WAITING: after(waiting, check),
  SUM_CHANGED: after(counted, checkWrong),
  DAY_CLOSED_ALREADY: after(closed, check),
})

export const duesScenes: ScenesOf<typeof dues> = {
  getBook: {},
  start: {
    FARMER_OUT_OF_RANGE: (village) => start(village, { farmerFen: 101 }),
    START_TOO_FAR: (village) => start(village, { startMonth: '2028-01' }),
    BOOK_IN_USE: after(paid, (village) => start(village, { startMonth: '2026-10' })),
  },
  setHowToPay: { NOT_STARTED: (village) => wang(village).setHowToPay({ howToPay: '党日那天交给陈芳' }) },
  nameCheckers: {
    NOT_STARTED: (village) => wang(village).nameCheckers({ memberIds: [idOf(village, '刘桂兰')] }),
    NOT_FULL: once(async (village) => {
      dataOf(await edit(village, { membership: 'probationary' }))
      return wang(village).nameCheckers({ memberIds: [idOf(village, '张大爷')] })
    }),
  },
  getTerms: {},
  setRounding: {},
  listApprovals: { NOT_STARTED: (village) => wang(village).listApprovals({ year: '2026' }) },
  approve: {
    NOT_STARTED: (village) => approve(village, {}),
    FARMER_OUT_OF_RANGE: once((village) => approve(village, { from: '2027-01', monthlyFen: 19 })),
    YEAR_TOO_FAR: once((village) => approve(village, { from: '2028-01' })),
    FROM_OUTSIDE: once((village) => approve(village, { from: '2025-12' })),
    REASON_NEEDED: once((village) => approve(village, { from: month })),
    FIXED_IS_TWENTY: once((village) => approve(village, { from: '2027-01', kind: 'fixed' })),
    ABOVE_USUAL: once((village) => approve(village, { from: '2027-01', kind: 'wage', monthlyFen: 100_001 })),
    NO_AMOUNT: once((village) => approve(village, { from: '2027-01', kind: 'wage', monthlyFen: 0 })),
    CHANGED_TOO_OFTEN: once(async (village) => {
      const again = () => approve(village, { from: month, reason: 'correction' })
      for (let change = 1; change < mostApprovals; change += 1) dataOf(await again())
      return again()
    }),
  },
  arrange: {
    NOT_STARTED: (village) => arrange(village, {}),
    MONTH_TOO_FAR: once((village) => arrange(village, { abroadUntil: '2029-12' })),
  },
  enterOpening: {
    NOT_STARTED: (village) => opening(village, {}),
    OPENING_OVER: after(
      (village) => twoMonthsAgo(village, begun),
      (village) => opening(village, {}),
    ),
    OPENING_SIGNED: after(signed, (village) => opening(village, {})),
    PAID_TOO_FAR: once((village) => opening(village, { paidThrough: '2027-02' })),
  },
  signOpening: {
    NOT_STARTED: (village) => sign(village),
    OPENING_OVER: after(
      (village) => twoMonthsAgo(village, begun),
      (village) => sign(village),
    ),
    OPENING_SIGNED: after(signed, (village) => sign(village)),
    NO_OPENING: once((village) => sign(village)),
    OPENING_CHANGED: once(async (village) => {
      dataOf(await opening(village, { page: '21' }))
      return sign(village)
    }),
    NOT_NAMED: once(async (village) => {
      dataOf(await opening(village, {}))
      return sign(village, '李强')
    }),
    SAME_HANDS: once(async (village) => {
      dataOf(await opening(village, {}))
      dataOf(await wang(village).nameCheckers({ memberIds: [idOf(village, '老王')] }))
      return sign(village, '老王')
    }),
  },
  requestHardship: {
    NOT_STARTED: (village) => hardship(village, {}),
    NOT_APPROVED: once((village) => hardship(village, { memberId: idOf(village, '赵大娘') })),
    PERIOD_WRONG: once((village) => hardship(village, { from: '2026-12', to: month })),
    MET_AHEAD: once((village) => hardship(village, { metOn: tomorrow })),
    NOT_LESS: once((village) => hardship(village, { monthlyFen: 50 })),
    ALREADY_ASKED: after(asked, (village) => hardship(village, {})),
  },
  listHardships: {},
  decideHardship: {
    DECIDED_ALREADY: async (village) => {
      const hardshipId = await asked(village)
      dataOf(await fang(village).decideHardship({ hardshipId, reply: 'talkAgain' }))
      return fang(village).decideHardship({ hardshipId })
    },
  },
  listMonth: { NOT_STARTED: (village) => wang(village).listMonth({ month }) },
  listAhead: { NOT_STARTED: (village) => wang(village).listAhead({ memberId: village.person('张大爷').memberId, months: [month] }) },
  recordPayment: {
    ...monthScenes(pay),
    NOT_STARTED: (village) => pay(village, {}),
    DATED_AHEAD: once((village) => pay(village, { day: tomorrow })),
    DATED_TOO_EARLY: once((village) => pay(village, { day: '2025-12-31' })),
    DAY_CLOSED: after(closed, (village) => pay(village, { months: ['2026-10'] })),
    NO_MONTH: once((village) => pay(village, { months: [], dueFen: 0 })),
    AMOUNT_CHANGED: once((village) => pay(village, { dueFen: 60 })),
    PAYER_UNNAMED: once((village) => pay(village, { payer: { kind: 'relative' } })),
    CONSENT_NEEDED: once((village) => pay(village, { payer: { kind: 'relative', name: '女儿张敏' } })),
    NOTE_NEEDED: once((village) => pay(village, { months: ['2026-03'] })),
    CHECKLIST_NEEDED: once((village) => pay(village, { giftFen: 100_000 })),
  },
  recordElsewhere: { ...monthScenes(payElsewhere), NOT_STARTED: (village) => payElsewhere(village, {}) },
  reverse: {
    DAY_CLOSED: async (village) => wang(village).reverse({ entryId: await closed(village), reason: 'wrongMonth' }),
    NOT_REVERSIBLE: async (village) => {
      const { entryId } = dataOf(await wang(village).reverse({ entryId: await paid(village), reason: 'wrongMonth' }))
      return wang(village).reverse({ entryId, reason: 'wrongMonth' })
    },
    ALREADY_REVERSED: async (village) => {
      const entryId = await paid(village)
      dataOf(await wang(village).reverse({ entryId, reason: 'wrongMonth' }))
      return wang(village).reverse({ entryId, reason: 'wrongAmount' })
    },
  },
  sayWaiting: { NOT_STARTED: (village) => wang(village).sayWaiting({ day: today, count: 1 }) },
  answerNote: {},
  sayPaid: {
    NOT_STARTED: (village) => village.as('张大爷').dues.sayPaid({ month, day: today, way: 'transfer' }),
    DATED_AHEAD: once((village) => village.as('张大爷').dues.sayPaid({ month, day: tomorrow, way: 'transfer' })),
    PAID_ALREADY: after(paid, (village) => village.as('张大爷').dues.sayPaid({ month, day: today, way: 'transfer' })),
  },
  getHome: {},
  getMine: {},
  countMonth: {},
  listArrears: { NOT_STARTED: (village) => wang(village).listArrears({}) },
  listDays: {},
  countDay: {
    SUM_CHANGED: after(paid, (village) => wang(village).countDay({ ...seen, sumFen: 100 })),
    DAY_CLOSED_ALREADY: after(closed, (village) => wang(village).countDay(seen)),
    TICKS_WAITING: after(waiting, (village) => wang(village).countDay(seen)),
    NOTHING_THAT_DAY: once((village) => wang(village).countDay(seen)),
  },
  listToCheck: {},
  checkDay: {
    ...checkScenes(
      (village) => liu(village).checkDay(seen),
      (village) => liu(village).checkDay({ ...seen, count: 2 }),
    ),
    NOT_NAMED: after(counted, (village) => village.as('李强').dues.checkDay(seen)),
    SAME_HANDS: after(countedAlone, (village) => wang(village).checkDay(seen)),
  },
  checkDayByCard: {
    ...checkScenes(
      (village) => byCard(village),
      (village) => byCard(village, '刘桂兰', { count: 2 }),
    ),
    NOT_NAMED: after(counted, (village) => byCard(village, '赵大娘')),
    SAME_HANDS: after(countedAlone, (village) => byCard(village, '老王')),
    OWN_PRINT: after(counted, async (village) => wang(village).checkDayByCard({ ...seen, code: await cardOf(village, '刘桂兰') })),
    CARD_UNKNOWN: after(counted, (village) => byCard(village, '刘桂兰', { code: 'ZZZZ9999' })),
    CARD_REPLACED: after(counted, async (village) => {
      const code = await cardOf(village, '刘桂兰')
      dataOf(await village.as('老王').members.replaceCard({ memberId: idOf(village, '刘桂兰') }))
      return byCard(village, '刘桂兰', { code })
    }),
  },
  handIn: {
    NOT_STARTED: (village) => handIn(village, {}),
    SUM_CHANGED: after(closed, (village) => handIn(village, { sumFen: 100 })),
    DAY_OPEN: after(paid, (village) => handIn(village, {})),
    NOTHING_TO_HAND_IN: once((village) => handIn(village, {})),
    DATED_AHEAD: after(closed, (village) => handIn(village, { on: tomorrow })),
    BEFORE_COLLECTED: after(closed, (village) => handIn(village, { on: '2026-11-24' })),
  },
  listLines: {},
  recordLine: {
    NOT_STARTED: (village) => line(village, {}),
    NO_AMOUNT: once((village) => line(village, { fen: 0 })),
    DATED_AHEAD: once((village) => line(village, { on: tomorrow })),
    DATED_TOO_EARLY: once((village) => line(village, { on: '2020-01-01' })),
    NOT_ENOUGH: once((village) => line(village, {})),
  },
  reverseLine: {
    NOT_REVERSIBLE: async (village) => {
      const { lineId } = dataOf(await reverseLine(village, await givenBack(village)))
      return reverseLine(village, lineId)
    },
    ALREADY_REVERSED: async (village) => {
      const lineId = await givenBack(village)
      dataOf(await reverseLine(village, lineId))
      return reverseLine(village, lineId)
    },
    HAND_IN_DONE: async (village) => {
      const lineId = await handedIn(village)
      dataOf(await fang(village).receiveHandIn({ lineId, fen: 50 }))
      return reverseLine(village, lineId)
    },
    NOT_ENOUGH: async (village) => {
      const lineId = await givenBack(village)
      dataOf(await line(village, {}))
      return reverseLine(village, lineId)
    },
  },
  listHandIns: {},
  receiveHandIn: {
    HAND_IN_DONE: async (village) => {
      const lineId = await handedIn(village)
      dataOf(await fang(village).receiveHandIn({ lineId, fen: 50 }))
      return fang(village).receiveHandIn({ lineId, fen: 50 })
    },
    DIFFERENCE_UNNAMED: async (village) => fang(village).receiveHandIn({ lineId: await handedIn(village), fen: 40 }),
  },
  listBranches: {},
  getYearSheet: { NOT_PUBLISHED: (village) => village.as('张大爷').dues.getYearSheet({ year: '2026' }) },
  getRegister: {},
  getReceipt: {},
  listReceipts: {},
  listEntries: {},
  inspectRegister: {},
  exportRegister: {},
}
