import type { Answer } from '../../kernel/api'
import { sayYearMonth } from './year-month'

type Opening = NonNullable<Answer<'dues', 'getMine'>['opening']>

/** `交到2026年6月，女儿张敏交的，见第三册 12 页`: a line of the book of paper, as somebody holds it against the page. */
export function sayOpening({ paidThrough, paidBy, book, page }: Pick<Opening, 'paidThrough' | 'paidBy' | 'book' | 'page'>): string {
  return `交到${sayYearMonth(paidThrough)}，${paidBy}交的，见${book} ${page}`
}
