/** Dues that have gone up, as town, county, discipline officer and those who keep the book see them. */
import { keepDues } from '../dues/keeping'
import { dataOf, type Village } from '../village/village'
import type { Opened } from './pages'

export const ofDuesAbove: readonly Opened[] = [
  ['dues handed in', '老王', '/#/dues/hand-in/index'],
  ['handing dues in', '老王', '/#/dues/hand-in/index', '上缴 0.50'],
  ['dues given back', '老王', '/#/dues/hand-in/index', '记一笔返还'],
  ['dues used', '老王', '/#/dues/hand-in/index', '记一笔使用'],
  ['dues whose sum differs', '老王', '/#/dues/hand-in/index', '上级说数目不对'],
  ['a slip of dues', '老王', '/#/dues/hand-in/index?year=2026&lineId={line}'],
  ['dues handed in, nothing yet', '田有福', '/#/dues/hand-in/index'],
  ['dues of the town', '方敏', '/#/dues/town/index'],
  ['dues received', '方敏', '/#/dues/town/index', '数目不对'],
  ['a request for relief', '方敏', '/#/dues/town/index', '困难减免'],
  ['dues of the town, no right', '张大爷', '/#/dues/town/index'],
  ['parts of a fen', '沈文', '/#/dues/rounding/index'],
  ['the book of dues', '老王', '/#/dues/book/index'],
  ['the book of dues, the discipline officer', '李秀兰', '/#/dues/book/index'],
  ['the book of dues, no right', '张大爷', '/#/dues/book/index'],
  ['the register of dues', '老王', '/#/dues/register/index?year=2026'],
  ['the register of dues, before the look', '李秀兰', '/#/dues/register/index?year=2026'],
  ['the register of dues, nothing yet', '田有福', '/#/dues/register/index?year=2026'],
  ['me, the discipline officer', '李秀兰', '/#/main/me/index'],
]

/** A day that went up and came out short, one that may go up, one that is open; and one request for relief. */
export async function duesWentUp(village: Village): Promise<Readonly<Record<string, string>>> {
  await village.staff()
  const secretary = village.as('老王')
  await keepDues({ secretary, rows: dataOf(await secretary.members.list({ limit: 100 })).rows })
  const pay = async (name: string, dueFen: number, day: string, month = '2026-11') => {
    const { memberId } = village.person(name)
    const payer = { kind: 'relative', name: '女儿张敏' } as const
    const given = { memberId, dueFen, day, payer, hasConsent: true } as const
    return dataOf(await village.as('陈芳').dues.recordPayment({ ...given, months: [month], way: 'cash' }))
  }
  const close = async (day: string, count: number, sumFen: number) => {
    dataOf(await village.as('陈芳').dues.countDay({ day, count, sumFen }))
    dataOf(await village.as('刘桂兰').dues.checkDay({ day, count, sumFen }))
  }
  await pay('张大爷', 50, '2026-11-20')
  await pay('李强', 4800, '2026-11-20')
  await pay('徐大勇', 50, '2026-11-20', '2026-10')
  await close('2026-11-20', 3, 4900)
  const { lineId: line } = dataOf(
    await secretary.dues.handIn({ through: '2026-11-20', sumFen: 4900, on: '2026-11-23', carrier: '陈芳', way: 'cash' }),
  )
  dataOf(await village.as('方敏').dues.receiveHandIn({ lineId: line, fen: 4850, note: '少了一张五角的' }))
  await pay('陈芳', 50, '2026-11-24')
  await close('2026-11-24', 1, 50)
  dataOf(await secretary.dues.recordLine({ kind: 'givenBack', fen: 20_000, on: '2026-11-24', purpose: '党员教育经费，镇党委定的' }))
  const { entryId } = await pay('刘桂兰', 50, '2026-11-25')
  dataOf(await village.as('陈芳').dues.reverse({ entryId, reason: 'wrongPerson' }))
  const { memberId } = village.person('林树根')
  const relief = { memberId, from: '2026-12', to: '2027-05', monthlyFen: 0, metOn: '2026-11-18' }
  dataOf(await secretary.dues.requestHardship(relief))
  return { line }
}
