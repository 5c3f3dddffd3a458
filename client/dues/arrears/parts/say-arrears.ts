/** How it is said that months were not paid: kindly, to one person at a time, and never more than it is. */
import type { AppContracts } from '#shared/contracts'
import { yearOf } from '#shared/dues/ids'
import { sayMonths } from '#shared/dues/words'
import type { OutputOf } from '#shared/kernel/contract'
import { addFen, fen } from '#shared/kernel/fen'
import { sayYearMonth } from '../../parts/year-month'

export type ArrearsRow = OutputOf<AppContracts['dues']['listArrears']>['rows'][number]

/** `5月到10月，6 个月没交，连着 6 个月` */
export function sayOwed({ months, run }: Pick<ArrearsRow, 'months' | 'run'>, year: string): string {
  const said = sayMonths(
    months.map(({ month }) => month),
    year,
  )
  const inRow = run > 1 && months.length !== run ? `，连着 ${run} 个月` : ''
  return `${said}没交，${months.length} 个月${inRow}`
}

/** What all of it comes to; a month whose amount nobody has set is not owed. */
export function sumOwed({ months }: Pick<ArrearsRow, 'months'>): number {
  return addFen(...months.map(({ assessedFen = 0 }) => fen(assessedFen)))
}

/** What the article says of it, where it says anything. */
export function sayClause({ step, excusedThrough }: Pick<ArrearsRow, 'step' | 'excusedThrough'>): string | undefined {
  if (step === 'none' && excusedThrough !== undefined) return `有正当理由，到${sayYearMonth(excusedThrough)}先不催，该交的还是要交`
  if (step === 'five') return '再有一个月就连着六个月了，请当面谈一谈，看有什么难处'
  return step === 'meeting' ? '党费规定第十三条说的是连续六个月、没有正当理由的。请先当面问清楚；有没有正当理由，由支部会讨论' : undefined
}

/** For one person, without an amount: it may be read by whoever holds the phone. */
export function reminderText({ name, months }: Pick<ArrearsRow, 'name' | 'months'>): string {
  const [first] = months
  const said = sayMonths(
    months.map(({ month }) => month),
    first === undefined ? '' : yearOf(first.month),
  )
  return `${name}您好，您${said}的党费还没记上。方便的时候交一下就行；已经交了，或者有难处，跟我说一声。`
}
