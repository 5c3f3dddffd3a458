import type { AttendanceSource, LateReason, ThemeDayState } from './ids'

/** How an attendance is tagged on screens and in the register. */
export const sourceWords: Readonly<Record<AttendanceSource, string>> = {
  code: '扫码',
  home: '自己签',
  rollCall: '点名',
  lateArrival: '补传',
}

export const stateWords: Readonly<Record<ThemeDayState, string>> = { planned: '还没开始', open: '正在签到', over: '已经结束' }

/** Said to the member as it stands here. */
export const lateReasonWords: Readonly<Record<LateReason, string>> = { notThere: '支书说您那天没到场', unclear: '支书记不清了，想问问您' }

/** Beside a check-in that came from the same phone as another's: a household's, most of the time. */
export const samePhoneWords = '同一部手机'

/** A check-in somebody else tapped for a member who was there: said before that person's name. */
export const helpedWord = '代'
