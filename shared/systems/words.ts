import type { System } from './ids'

export const systemWords: Readonly<Record<System, string>> = { themeday: '主题党日' }

/** What turning it off means for those who use it. */
export const systemNotes: Readonly<Record<System, string>> = { themeday: '定日子、签到、点名、签到表' }
