import type { CategoryKind, Education, Leaving, Membership, Participation, Sex } from './kinds'
import type { RosterProblem } from './roster'

/** Said beside a line of a pasted list that cannot be taken. */
export const rosterProblemWords: Readonly<Record<RosterProblem, string>> = {
  NO_NAME: '这一行没有名字',
  NAME_TOO_LONG: '名字太长了，一行只写一个人',
  STRANGE_LETTERS: '名字里有不认识的符号，请改好',
}

export const membershipWords: Readonly<Record<Membership, string>> = { full: '正式党员', probationary: '预备党员' }

export const participationWords: Readonly<Record<Participation, string>> = { inPerson: '到会', homeStudy: '送学上门', byPhone: '电话' }

export const categoryWords: Readonly<Record<CategoryKind, string>> = {
  workingAway: '外出务工',
  localWithoutOffice: '在村务农（工）无职',
  inHardship: '贫困',
  elderly: '年老体弱',
  officeHolder: '在职',
  underCorrection: '后进',
}

export const sexWords: Readonly<Record<Sex, string>> = { female: '女', male: '男' }

export const educationWords: Readonly<Record<Education, string>> = {
  primary: '小学',
  juniorMiddle: '初中',
  seniorMiddle: '高中或中专',
  juniorCollege: '大专',
  university: '本科及以上',
}

export const leavingWords: Readonly<Record<Leaving, string>> = { moved: '组织关系转走了', left: '不再是党员', deceased: '去世了' }
