import type { AttendanceSource, ThemeDayState } from './ids'

/** How an attendance is tagged on screens and in the register. */
export const sourceWords: Readonly<Record<AttendanceSource, string>> = { code: '扫码', home: '自己签', rollCall: '点名' }

export const stateWords: Readonly<Record<ThemeDayState, string>> = { planned: '还没开始', open: '正在签到', over: '已经结束' }
