/** What a member's page says: why it is this much, what is behind, what was paid. Plain sentences, and none of them a threat. */
import { yearOf } from '#shared/dues/ids'
import { clauseWords, monthStateWords, reversalReasonWords, sayMoney, sayMonths, sayReceipt, sayWhy } from '#shared/dues/words'
import { type MonthKey, monthsBetween } from '#shared/kernel/day'
import { addFen, fen, sayYuan } from '#shared/kernel/fen'
import type { MyDues } from '../../parts/answers'
import { sayPaidBy, sayShortDay } from '../../parts/collecting'

export type MyEntry = MyDues['entries'][number]

export interface Said {
  readonly title: string
  readonly words: readonly string[]
}

const advice: Readonly<Record<MyDues['reminder'], string>> = {
  none: '不着急，方便的时候补上就行',
  one: '方便的时候补上就行',
  three: '这阵子方便时一起补上吧，有难处就跟支书说一声',
  five: '请早点补上。手头紧，可以请支部帮您申请少交或者免交',
  // What the branch does about it is for its meeting (article 13); here it is told that somebody will come and talk.
  meeting: '支部会找您聊聊，看看有什么难处，一起想办法',
}

const isWaiting = ({ notes }: Pick<MyDues, 'notes'>, month: MonthKey) =>
  notes.some((note) => note.month === month && note.state === 'waiting')

/** Undefined: nothing is behind, or all of it was said to be paid and waits. `year`: the one that runs, which need not be said. */
export function sayReminder(dues: Pick<MyDues, 'arrears' | 'reminder' | 'notes'>, year: string): Said | undefined {
  const behind = dues.arrears.filter(({ month }) => !isWaiting(dues, month))
  if (behind.length === 0) return undefined
  const sum = sayMoney(addFen(...behind.map(({ assessedFen = 0 }) => fen(assessedFen))))
  const months = behind.map(({ month }) => month)
  const owed = behind.length === 1 ? sum : `${behind.length} 个月一共 ${sum}`
  return { title: `${sayMonths(months, year)}的还没交`, words: [`${owed}。${advice[dues.reminder]}`] }
}

/** Why it is this much, sentence by sentence. */
export function reasonsOf({ now, approval, relief }: Pick<MyDues, 'now' | 'approval' | 'relief'>, year: string): readonly string[] {
  if (now?.state === 'paper') return ['这个月的记在纸质党费册上']
  if (approval === undefined) return ['支部还没定您每月交多少，定好了这里就看得到']
  const { kind, monthlyFen, from, clause } = approval
  const why = `${sayWhy(kind, fen(monthlyFen), from)}。依据${clauseWords[clause]}`
  if (relief === undefined) return [why]
  const months = sayMonths(monthsBetween(relief.from, relief.to), year)
  const granted = relief.monthlyFen === 0 ? '不用交' : `每月交 ${sayMoney(fen(relief.monthlyFen))}`
  return [why, `上级党委批了减免：${months}${granted}`]
}

/** Months of which a member may say that they are paid, the newest first. */
export function openMonths(dues: Pick<MyDues, 'now' | 'arrears' | 'notes'>): readonly MonthKey[] {
  const behind = dues.arrears.map(({ month }) => month)
  const open = dues.now?.state === 'due' ? [...behind, dues.now.month] : behind
  return open.filter((month) => !isWaiting(dues, month)).reverse()
}

/** The last year there is anything of: who pays ahead has a receipt for the next one. */
export function lastYearOf({ year, entries }: Pick<MyDues, 'year' | 'entries'>): string {
  const years = entries.flatMap(({ months }) => months.map(yearOf))
  return [year, ...years].sort().at(-1) ?? year
}

/** An entry: what it is; below it when and by whom, and which receipt. */
export function sayEntry(entry: MyEntry, year: string): Said {
  const { months, day, collector, reversedNumber = 0, giftFen = 0 } = entry
  const which = sayMonths(months, year)
  const amount = `${sayYuan(fen(entry.totalFen))} 元`
  const why = entry.reason === undefined ? [] : [reversalReasonWords[entry.reason]]
  const receipt = entry.number === undefined ? [] : [`收据 ${sayReceipt(entry.year, entry.number)}`]
  switch (entry.kind) {
    case 'receipt': {
      const gift = giftFen === 0 || months.length === 0 ? [] : [`其中自愿多交 ${sayYuan(fen(giftFen))} 元`]
      const title = `${which === '' ? '自愿多交' : which} ${amount}，${sayPaidBy(entry.payer ?? '')}`
      return { title, words: [`${sayShortDay(day)}，${collector}收`, ...receipt, ...gift] }
    }
    case 'reversal':
      return { title: `${reversedNumber} 号收据不算了，${amount}`, words: [...why, `${sayShortDay(day)}，${collector}记`, ...receipt] }
    case 'elsewhere':
      return { title: `${which} ${amount}，在外地交的`, words: [entry.proof ?? '', `${sayShortDay(day)}，${collector}记`] }
    case 'elsewhereReversal':
      return { title: `${which}在外地交的，不算了`, words: [...why, `${sayShortDay(day)}，${collector}记`] }
  }
}

/** For who listens: this month alone, because whoever sits beside hears it too. */
export function sayAloud({ now, approval }: Pick<MyDues, 'now' | 'approval'>): string | undefined {
  if (now === undefined) return undefined
  const { month, state, assessedFen } = now
  const amount = assessedFen === undefined ? '' : `${sayMoney(fen(assessedFen))}，`
  const why = approval === undefined ? '' : `${sayWhy(approval.kind, fen(approval.monthlyFen), approval.from)}。`
  return `${sayMonths([month], month.slice(0, 4))}党费，${amount}${monthStateWords[state]}。${why}`
}
