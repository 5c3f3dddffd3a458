/**
 * What every query costs at the wire, on an instance that knows nothing yet and on one that remembers a minute, and that it costs
 * the same when there is more to be shown. A query without a line here does not compile.
 */
import type { contracts } from '#shared/contracts'
import { receiptId } from '#shared/dues/ids'
import type { AnyQuery } from '#shared/kernel/contract'
import { countyId } from '#shared/organisation/ids'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { type Api, dataOf } from '../village/village'
import { type CloudVillage, type Name, newBranches, newCloudVillage, patienceMs } from './cloud-village'

interface Line {
  /** whose phone asks; absent: one that nobody is known on */
  readonly who?: Name
  readonly ask: (api: Api, village: CloudVillage) => Promise<AnyReply>
  /** round trips on a new instance, and on one that was asked the same a moment ago */
  readonly cold: number
  readonly warm: number
  /** documents written: a query writes none but where asking is counted */
  readonly writes?: { readonly cold: number; readonly warm: number }
  /** round trips more for every row more: there is none but where rows are counted */
  readonly perRow?: number
}

const none = { cold: 0, warm: 0 }

type Lines = typeof contracts
type QueryLines = { readonly [F in keyof Lines]: { readonly [V in keyof Lines[F] as Lines[F][V] extends AnyQuery ? V : never]: Line } }

const lines: QueryLines = {
  assists: {
    list: { who: '刘桂兰', ask: (api) => api.assists.list({}), cold: 4, warm: 3 },
    listLooks: { who: '刘桂兰', ask: (api) => api.assists.listLooks({}), cold: 3, warm: 2 },
    listObjections: { who: '方敏', ask: (api) => api.assists.listObjections({}), cold: 6, warm: 5 },
  },
  session: {
    who: { who: '王志强', ask: (api) => api.session.who({}), cold: 3, warm: 2 },
    devices: { who: '王志强', ask: (api) => api.session.devices({}), cold: 3, warm: 2 },
  },
  codes: { resolve: { ask: (api, { code }) => api.codes.resolve({ code }), cold: 3, warm: 2 } },
  claims: {
    // A try is taken of the phone and of its address before the code is looked up, and given back after.
    look: { ask: (api, { unusedCode }) => api.claims.look({ code: unusedCode }), cold: 13, warm: 9, writes: { cold: 4, warm: 4 } },
    listReports: { who: '王志强', ask: (api) => api.claims.listReports({}), cold: 2, warm: 1 },
  },
  members: {
    list: { who: '王志强', ask: (api) => api.members.list({}), cold: 4, warm: 3 },
    search: { who: '王志强', ask: (api) => api.members.search({ text: 'zjg' }), cold: 3, warm: 2 },
    get: { who: '王志强', ask: (api, { memberId }) => api.members.get({ memberId }), cold: 7, warm: 5 },
  },
  organisation: {
    listCommittees: { who: '沈文', ask: (api) => api.organisation.listCommittees({}), cold: 4, warm: 3 },
    listBranches: {
      who: '方敏',
      ask: (api, { committeeId }) => api.organisation.listBranches({ committeeId }),
      cold: 6,
      warm: 5,
      perRow: 1,
    },
    listUnits: { who: '沈文', ask: (api) => api.organisation.listUnits({ parentId: countyId }), cold: 3, warm: 2 },
    getUnit: { who: '王志强', ask: (api, { branchId }) => api.organisation.getUnit({ unitId: branchId }), cold: 3, warm: 2 },
  },
  systems: { list: { who: '沈文', ask: (api) => api.systems.list({}), cold: 2, warm: 1 } },
  roles: {
    list: { who: '王志强', ask: (api, { branchId }) => api.roles.list({ unitId: branchId }), cold: 5, warm: 4 },
    listCandidates: { who: '王志强', ask: (api, { branchId }) => api.roles.listCandidates({ unitId: branchId }), cold: 4, warm: 3 },
    lookHandOver: { who: '方敏', ask: (api, { branchId }) => api.roles.lookHandOver({ unitId: branchId }), cold: 10, warm: 8 },
  },
  dues: {
    getBook: { who: '王志强', ask: (api) => api.dues.getBook({}), cold: 4, warm: 3 },
    getTerms: { who: '沈文', ask: (api) => api.dues.getTerms({}), cold: 2, warm: 1 },
    listApprovals: { who: '王志强', ask: (api) => api.dues.listApprovals({ year: '2026' }), cold: 8, warm: 7 },
    listHardships: { who: '方敏', ask: (api) => api.dues.listHardships({}), cold: 6, warm: 5 },
    listMonth: { who: '王志强', ask: (api) => api.dues.listMonth({ month: '2026-11' }), cold: 9, warm: 8 },
    listAhead: {
      who: '王志强',
      ask: (api, { memberId }) => api.dues.listAhead({ memberId, months: ['2026-12', '2027-01'] }),
      cold: 5,
      warm: 4,
    },
    countMonth: { who: '王志强', ask: (api) => api.dues.countMonth({ month: '2026-11' }), cold: 8, warm: 7 },
    listArrears: { who: '王志强', ask: (api) => api.dues.listArrears({}), cold: 6, warm: 5 },
    getHome: { who: '张建国', ask: (api) => api.dues.getHome({}), cold: 5, warm: 4 },
    getMine: { who: '张建国', ask: (api) => api.dues.getMine({ year: '2026' }), cold: 10, warm: 9 },
    listDays: { who: '王志强', ask: (api) => api.dues.listDays({}), cold: 3, warm: 2 },
    listToCheck: { who: '刘桂兰', ask: (api) => api.dues.listToCheck({}), cold: 9, warm: 8 },
    listLines: { who: '王志强', ask: (api) => api.dues.listLines({ year: '2026' }), cold: 6, warm: 5 },
    listHandIns: { who: '方敏', ask: (api) => api.dues.listHandIns({}), cold: 5, warm: 4 },
    listBranches: { who: '方敏', ask: (api) => api.dues.listBranches({ month: '2026-11' }), cold: 9, warm: 8, perRow: 1 },
    getYearSheet: { who: '王志强', ask: (api) => api.dues.getYearSheet({ year: '2026' }), cold: 11, warm: 10 },
    getRegister: { who: '王志强', ask: (api) => api.dues.getRegister({ year: '2026' }), cold: 8, warm: 7 },
    getReceipt: {
      who: '王志强',
      ask: (api, { branchId }) => api.dues.getReceipt({ entryId: receiptId(branchId, '2026', 1) }),
      cold: 7,
      warm: 6,
    },
    listReceipts: { who: '王志强', ask: (api) => api.dues.listReceipts({ day: '2026-11-12' }), cold: 8, warm: 7 },
    listEntries: { who: '王志强', ask: (api) => api.dues.listEntries({ year: '2026' }), cold: 6, warm: 5 },
    exportRegister: { who: '王志强', ask: (api) => api.dues.exportRegister({ year: '2026' }), cold: 30, warm: 29 },
  },
  files: {},
  themeday: {
    get: { who: '张建国', ask: (api, { themeDayId }) => api.themeday.get({ themeDayId }), cold: 3, warm: 2 },
    list: { who: '张建国', ask: (api) => api.themeday.list({}), cold: 3, warm: 2 },
    countAttendance: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.countAttendance({ themeDayId }), cold: 5, warm: 4 },
    listAttendance: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.listAttendance({ themeDayId }), cold: 6, warm: 5 },
    getBook: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.getBook({ themeDayId }), cold: 8, warm: 7 },
    exportBook: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.exportBook({ themeDayId }), cold: 9, warm: 8 },
    getMinutes: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.getMinutes({ themeDayId }), cold: 3, warm: 2 },
    listBranches: { who: '方敏', ask: (api) => api.themeday.listBranches({ month: '2026-11' }), cold: 4, warm: 3 },
    getDayKey: { who: '王志强', ask: (api, { themeDayId }) => api.themeday.getDayKey({ themeDayId }), cold: 2, warm: 1 },
    getHabits: { who: '王志强', ask: (api) => api.themeday.getHabits({}), cold: 2, warm: 1 },
    getSuggestion: { who: '王志强', ask: (api) => api.themeday.getSuggestion({ month: '2026-11' }), cold: 3, warm: 2 },
    getVoice: { who: '张建国', ask: (api, { themeDayId }) => api.themeday.getVoice({ themeDayId }), cold: 2, warm: 1 },
    getAttachment: {
      who: '王志强',
      ask: (api, { themeDayId, fileId }) => api.themeday.getAttachment({ themeDayId, fileId }),
      cold: 2,
      warm: 1,
    },
    listLate: { who: '王志强', ask: (api) => api.themeday.listLate({}), cold: 3, warm: 2 },
    getLate: { who: '张建国', ask: (api, { themeDayId }) => api.themeday.getLate({ themeDayId }), cold: 2, warm: 1 },
  },
}

const table = Object.entries(lines).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, line]: [string, Line]) => ({ name: `${feature}.${verb}`, ...line })),
)

describe('what a query costs at the wire', () => {
  let village: CloudVillage
  const phoneOf = (who: Name | undefined) => (who === undefined ? village.newPhone() : village.phones[who])

  beforeAll(async () => {
    village = await newCloudVillage()
  }, patienceMs)
  afterAll(() => village.close())

  it.each(table)(
    '$name: $cold on a new instance, $warm on a warm one, nothing written that is not said',
    async ({ who, ask, cold, warm, writes = none }) => {
      const api = village.newInstance().of(phoneOf(who))
      expect(await village.cost(() => ask(api, village))).toEqual({ trips: cold, writes: writes.cold })
      expect(await village.cost(() => ask(api, village))).toEqual({ trips: warm, writes: writes.warm })
    },
  )

  describe('when there is more to show', () => {
    beforeAll(() => village.grow(), patienceMs)

    it.each(table)('$name costs no more, but for what is counted row by row', async ({ who, ask, cold, perRow = 0, writes = none }) => {
      const api = village.newInstance().of(phoneOf(who))
      expect(await village.cost(() => ask(api, village))).toEqual({ trips: cold + perRow * newBranches.length, writes: writes.cold })
    })

    it('session.who costs the same however many persons share the phone', async () => {
      const phone = village.phones.张建国
      for (const name of ['林树根', '唐双喜', '赵玉珍']) await village.claim(name, phone)
      const api = village.newInstance().of(phone)
      expect(dataOf(await api.session.who({})).persons).toHaveLength(4)
      expect(await village.cost(() => api.session.who({}))).toEqual({ trips: 2, writes: 0 })
    })
  })
})
