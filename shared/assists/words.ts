import type { Deed, HelpReason, ObjectionReason, Verdict } from './ids'

export const deedWords: Readonly<Record<Deed, string>> = {
  'themeday.checkIn': '主题党日签到',
  'themeday.lateCheckIn': '主题党日补签',
  'themeday.askLeave': '主题党日请假',
  'themeday.withdrawLeave': '主题党日不请假了',
  'themeday.giveOpinion': '主题党日说意见',
}

export const helpReasonWords: Readonly<Record<HelpReason, string>> = {
  noPhone: '没有智能手机',
  noPower: '没电、没网',
  poorSight: '看不清',
  other: '别的原因',
}

export const objectionWords: Readonly<Record<ObjectionReason, string>> = { notMe: '不是我要办的', notThere: '我那天没到' }

/** As the member reads it. */
export const verdictWords: Readonly<Record<Verdict, string>> = { stands: '问过了，办得没错', undone: '您说得对，这次不该记' }
