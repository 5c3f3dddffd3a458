import type { RosterProblem } from './roster'

/** Said beside a line of a pasted list that cannot be taken. */
export const rosterProblemWords: Readonly<Record<RosterProblem, string>> = {
  NO_NAME: '这一行没有名字',
  NAME_TOO_LONG: '名字太长了，一行只写一个人',
  STRANGE_LETTERS: '名字里有不认识的符号，请改好',
}
