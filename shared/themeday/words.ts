import type {
  AttendanceSource,
  AwaySource,
  DayPart,
  LateCheckInReason,
  LateReason,
  NoticeKind,
  ReversalReason,
  ThemeDayState,
  VenueKind,
  Way,
} from './ids'
import type { Standing } from './tally'

/** How an attendance is tagged on screens and in the register. */
export const sourceWords: Readonly<Record<AttendanceSource, string>> = {
  code: '扫码',
  home: '自己签',
  screen: '动态码',
  card: '扫卡',
  door: '门口点名',
  rollCall: '点名',
  paper: '纸质',
  carried: '代传',
  lateArrival: '补传',
  lateCheckIn: '补签',
  delivered: '送学上门',
  byPhone: '电话参会',
  elsewhere: '在外参会',
}

export const awayWords: Readonly<Record<AwaySource, string>> = {
  delivered: sourceWords.delivered,
  byPhone: sourceWords.byPhone,
  elsewhere: sourceWords.elsewhere,
}

/** Where a member stands on the day, in the register. */
export const standingWords: Readonly<Record<Standing, string>> = { present: '到会', leave: '请假', absent: '缺席', excused: '不用到' }

/** Of a probationary member, beside the name: why fewer may vote than came. */
export const noVoteWords = '预备，不参加表决'

export const stateWords: Readonly<Record<ThemeDayState, string>> = { planned: '还没开始', open: '正在签到', over: '已经结束' }

/** Said to the member as it stands here. */
export const lateReasonWords: Readonly<Record<LateReason, string>> = { notThere: '支书说您那天没到场', unclear: '支书记不清了，想问问您' }

/** Why somebody asks to be counted afterwards: chosen by them, read by the secretary. */
export const lateCheckInWords: Readonly<Record<LateCheckInReason, string>> = {
  forgot: '到了，忘了点',
  noPhone: '没带手机',
  noSignal: '没有信号',
}

/** Why a record was taken back: chosen by the secretary, printed in the book. */
export const reversalWords: Readonly<Record<ReversalReason, string>> = {
  wrongPerson: '点错人了',
  notThere: '本人没到场',
  objection: '本人说不是他',
}

export const partWords: Readonly<Record<DayPart, string>> = {
  study: '学习',
  life: '生活',
  deliberation: '议事',
  visit: '走访',
  service: '服务',
}

export const venueWords: Readonly<Record<VenueKind, string>> = { hall: '会场', household: '党员家里', online: '线上' }

export const noticeWords: Readonly<Record<NoticeKind, string>> = { published: '定好了', changed: '有改动', cancelled: '取消了' }

/** What a branch switches on, and what it is. */
export const wayWords: Readonly<Record<Way, { readonly title: string; readonly note: string }>> = {
  rollCall: { title: '点名', note: '没手机的也能签，不能关' },
  wall: { title: '扫墙上的码', note: '也可以在首页点“我到了”' },
  card: { title: '扫党员卡', note: '支书扫党员的卡' },
  door: { title: '门口点名字', note: '门口放一台平板，自己点名字' },
  screen: { title: '屏幕动态码', note: '码十五秒一换，发给别人没有用' },
}

/** Beside a check-in that came from the same phone as another's: a household's, most of the time. */
export const samePhoneWords = '同一部手机'

/** A check-in somebody else tapped for a member who was there: said before that person's name. */
export const helpedWord = '代'
