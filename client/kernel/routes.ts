/** Every page and what it is opened with. Nothing else in the client knows a path. */
import Taro, { useRouter } from '@tarojs/taro'

export const paths = {
  home: 'main/home/index',
  landing: 'main/landing/index',
  claim: 'main/claim/index',
  checkIn: 'main/check-in/index',
  me: 'main/me/index',
  event: 'main/event/index',
  notices: 'main/notices/index',
  practice: 'main/practice/index',
  month: 'themeday/month/index',
  plan: 'themeday/plan/index',
  onSite: 'themeday/on-site/index',
  register: 'themeday/register/index',
  late: 'themeday/late/index',
  habits: 'themeday/habits/index',
  remind: 'themeday/remind/index',
  poster: 'themeday/poster/index',
  minutes: 'themeday/minutes/index',
  close: 'themeday/close/index',
  book: 'themeday/book/index',
  town: 'themeday/town/index',
  help: 'themeday/help/index',
  paper: 'themeday/paper/index',
  door: 'themeday/door/index',
  carry: 'themeday/carry/index',
  group: 'themeday/group/index',
  myDues: 'dues/mine/index',
  duesCheck: 'dues/check/index',
  duesSheet: 'dues/year-sheet/index',
  collect: 'dues/collect/index',
  payment: 'dues/payment/index',
  receipts: 'dues/receipts/index',
  duesDays: 'dues/days/index',
  duesDay: 'dues/day/index',
  handIn: 'dues/hand-in/index',
  approvals: 'dues/approvals/index',
  approve: 'dues/approve/index',
  duesSettings: 'dues/settings/index',
  arrears: 'dues/arrears/index',
  duesBook: 'dues/book/index',
  duesRegister: 'dues/register/index',
  approvalSheet: 'dues/approval-sheet/index',
  townDues: 'dues/town/index',
  rounding: 'dues/rounding/index',
  branches: 'organisation/branches/index',
  found: 'organisation/found/index',
  officers: 'roles/officers/index',
  give: 'roles/give/index',
  handOver: 'roles/hand-over/index',
  units: 'organisation/units/index',
  groups: 'organisation/groups/index',
  roster: 'members/roster/index',
  member: 'members/member/index',
  addMember: 'members/add/index',
  card: 'members/card/index',
  cards: 'members/cards/index',
  people: 'claims/people/index',
  sheet: 'claims/sheet/index',
  devices: 'claims/devices/index',
  privacy: 'claims/privacy/index',
  switches: 'systems/switches/index',
  looks: 'assists/mine/index',
  objections: 'assists/objections/index',
} as const

export type Route = keyof typeof paths

export interface RouteParams {
  home: object
  /** opened by WeChat's link rule: `q` the whole scanned address, `scancode_time` when (seconds since 1970) */
  landing: { code?: string; q?: string; scancode_time?: string }
  /** `code`: a claim code; `next`: the theme day's code to go on with afterwards */
  claim: { code?: string; next?: string }
  /** from a scan by its code, tail and all; from the home card by its id */
  checkIn: { code?: string; themeDayId?: string }
  me: object
  event: { themeDayId: string }
  notices: object
  practice: object
  month: object
  /** with a theme day: that one is changed */
  plan: { themeDayId?: string }
  onSite: { themeDayId: string }
  register: { themeDayId: string }
  late: object
  habits: object
  remind: { themeDayId: string }
  poster: { themeDayId: string }
  minutes: { themeDayId: string }
  close: { themeDayId: string }
  book: object
  town: object
  help: { themeDayId: string }
  paper: { themeDayId: string }
  door: { themeDayId: string }
  /** a code on the wall and what stands behind its dot: another phone's check-in (`scanned.ts`) */
  carry: { code: string; tail: string }
  group: { themeDayId: string }
  myDues: object
  duesCheck: object
  duesSheet: { year?: string }
  collect: { month?: string }
  payment: { memberId: string; month?: string }
  /** one, or those of a day */
  receipts: { entryId?: string; day?: string }
  duesDays: object
  duesDay: { day: string }
  /** with a line of a year: its slip */
  handIn: { year?: string; lineId?: string }
  approvals: { year?: string }
  approve: { memberId: string; year?: string }
  duesSettings: object
  arrears: object
  duesBook: object
  duesRegister: { year: string }
  approvalSheet: { year: string }
  townDues: object
  rounding: object
  branches: object
  /** with a general branch (its id and name) the new branch is founded below it */
  found: { committeeId?: string; generalBranchId?: string; generalBranchName?: string }
  /** without a unit: where the role in use is held */
  officers: { unitId?: string }
  give: { unitId: string }
  handOver: { unitId: string }
  /** without a unit: where the role in use is held */
  units: { unitId?: string }
  groups: object
  roster: object
  member: { memberId: string }
  addMember: object
  card: object
  /** of one member, or of a group (empty: of those in none); without either, of the whole branch */
  cards: { groupId?: string; memberId?: string }
  people: object
  devices: object
  privacy: object
  /** without a group: those who are in none */
  sheet: { groupId?: string }
  switches: object
  looks: object
  objections: object
}

/** Pages that need nothing: a tab may lead there. */
export type PlainRoute = { [Name in Route]: object extends RouteParams[Name] ? Name : never }[Route]

/** Pages that need something take it as second argument; the others take none. */
type Given<Name extends Route> = object extends RouteParams[Name] ? [params?: RouteParams[Name]] : [params: RouteParams[Name]]

function urlOf(route: Route, params: object | undefined): string {
  const query = Object.entries(params ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&')
  return `/${paths[route]}${query === '' ? '' : `?${query}`}`
}

/** Opens a page above this one. */
export function go<Name extends Route>(route: Name, ...[params]: Given<Name>): void {
  void Taro.navigateTo({ url: urlOf(route, params) })
}

/** Opens a page instead of this one: going back does not come here again. */
export function replace<Name extends Route>(route: Name, ...[params]: Given<Name>): void {
  void Taro.redirectTo({ url: urlOf(route, params) })
}

/** Opens a page as the only one: tabs, and what follows a finished matter. */
export function restart<Name extends Route>(route: Name, ...[params]: Given<Name>): void {
  void Taro.reLaunch({ url: urlOf(route, params) })
}

/** To the page before; where there is none (opened by a code), home. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restart('home')
}

/** What this page was opened with. All of it may be missing: links are typed by hand and cut off. */
export function useParams<Name extends Route>(_route: Name): Partial<Record<keyof RouteParams[Name], string>> {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, decode(value)])) as Partial<
    Record<keyof RouteParams[Name], string>
  >
}

function decode(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}
