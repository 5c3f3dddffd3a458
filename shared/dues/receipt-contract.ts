/** Receipts on paper: one that somebody wants to hold, or those of a day to cut apart and hand out. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { collectors, entryView } from './collect-contract'
import { realDayShape } from './model'

const receiptView = entryView.extend({ name: z.string(), branchName: z.string() })

export const ofReceipts = {
  getReceipt: action({
    summary: '看一张党费收据，要纸的能打印',
    kind: 'query',
    allow: { ...collectors, member: 'self' },
    input: z.strictObject({ entryId: idShape }),
    output: receiptView,
    refusals: {},
  }),
  listReceipts: action({
    summary: '把一天的党费收据列出来，打印了剪开给本人',
    kind: 'query',
    allow: collectors,
    input: z.strictObject({ day: realDayShape, ...pageInput }),
    output: pageOf(receiptView),
    refusals: {},
  }),
}
