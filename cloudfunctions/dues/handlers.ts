/** The dues' handlers, put together from their parts. */
import type { dues as contract } from '#shared/dues/contract'
import type { FeatureHandlers } from '../runtime/handlers'
import type { WriteTable } from '../runtime/late-table'
import { approvingHandlers } from './approving'
import { bookHandlers } from './books'
import { dayHandlers } from './days'
import { hardshipHandlers } from './hardship'
import { lineHandlers } from './lines'
import { mineHandlers } from './mine'
import { noteHandlers } from './notes'
import { readingHandlers } from './reading'
import { receiptHandlers } from './receipts'
import { recordingHandlers } from './recording'
import { settingHandlers } from './setting'
import { toCheckHandler } from './to-check'
import type { DuesTools } from './tools'
import { wholeYearHandler } from './whole-year'

export function duesHandlers(tools: DuesTools, writeTable: WriteTable): FeatureHandlers<typeof contract> {
  const books = bookHandlers(tools)
  const approving = approvingHandlers(tools)
  return {
    ...settingHandlers(tools),
    ...approving,
    ...hardshipHandlers(tools),
    ...recordingHandlers(tools),
    ...receiptHandlers(tools),
    ...noteHandlers(tools),
    ...readingHandlers(tools),
    ...mineHandlers(tools),
    ...dayHandlers(tools),
    ...toCheckHandler(tools),
    ...lineHandlers(tools),
    ...books,
    ...wholeYearHandler({ ...books, ...approving }, writeTable),
  }
}
