import type { Deed, ObjectionReason, Verdict } from './ids'

export const deedWords: Readonly<Record<Deed, string>> = { 'themeday.checkIn': '主题党日签到' }

/** Why somebody needs a hand: chosen on screens, and stored as it was said. */
export const helpReasons = ['没有智能手机', '没电、没网', '看不清', '别的原因'] as const

export const objectionWords: Readonly<Record<ObjectionReason, string>> = { notMe: '不是我要办的', notThere: '我那天没到' }

/** As the member reads it. */
export const verdictWords: Readonly<Record<Verdict, string>> = { stands: '问过了，办得没错', undone: '您说得对，这次不该记' }
