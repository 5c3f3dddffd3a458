import type { System } from './ids'

export const systemWords: Readonly<Record<System, string>> = { themeday: '主题党日', dues: '党费', registerFields: '登记项' }

/** What turning it off means for those who use it. */
export const systemNotes: Readonly<Record<System, string>> = {
  themeday: '定日子、签到、点名、签到表',
  dues: '核定、收党费、上缴、登记册',
  registerFields: '出生年月、性别、学历',
}
