import type { Opened } from './pages'

/**
 * Dues as members meet them. Of what the village needs: it keeps its dues, 刘桂兰 is the checker and a day is counted; 张大爷 has receipts,
 * one of them reversed, owes a month and said of it that it is paid; 徐大勇 has paid nothing, and his opening line waits to be signed.
 */
export const ofDuesMembers: readonly Opened[] = [
  ['home, dues are due', '张大爷', '/#/main/home/index'],
  ['home, a day to check', '刘桂兰', '/#/main/home/index'],
  ['my dues', '张大爷', '/#/dues/mine/index'],
  ['my dues, how to pay', '张大爷', '/#/dues/mine/index', '看怎么交'],
  ['my dues, I have paid', '张大爷', '/#/dues/mine/index', '我交了'],
  ['my dues, half a year behind', '徐大勇', '/#/dues/mine/index'],
  ['my dues, which month is paid', '徐大勇', '/#/dues/mine/index', '我交了'],
  ['my dues, nobody known', undefined, '/#/dues/mine/index'],
  ['a day to check', '刘桂兰', '/#/dues/check/index'],
  ['a line of the book of paper to sign', '刘桂兰', '/#/dues/check/index', '去签'],
  ['nothing to check', '张大爷', '/#/dues/check/index'],
  ['the yearly sheet of dues', '张大爷', '/#/dues/year-sheet/index'],
  ['the yearly sheet of dues, an officer', '老王', '/#/dues/year-sheet/index'],
]
