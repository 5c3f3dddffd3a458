import type { themeday } from '#shared/themeday/contract'
import type { FeatureHandlers } from '../runtime/handlers'
import type { WriteTable } from '../runtime/late-table'
import { attachmentHandlers } from './attachments'
import { bookHandlers } from './book'
import { bookReadingHandlers } from './book-reading'
import { callingHandlers } from './calling'
import { checkInHandler } from './checking-in'
import { exportHandler } from './export'
import { habitHandlers } from './habits'
import { lateHandlers } from './late'
import { planningHandlers } from './planning'
import { readingHandlers } from './reading'
import { replyHandlers } from './replies'
import type { ThemeDayTools } from './tools'
import { type VoiceTools, voiceHandlers } from './voice'

export function themeDayHandlers(tools: ThemeDayTools & VoiceTools, writeTable: WriteTable): FeatureHandlers<typeof themeday> {
  return {
    ...planningHandlers(tools),
    ...habitHandlers(tools),
    ...checkInHandler(tools),
    ...callingHandlers(tools),
    ...lateHandlers(tools),
    ...replyHandlers(tools),
    ...bookHandlers(tools),
    ...bookReadingHandlers(tools),
    ...exportHandler(tools, writeTable),
    ...readingHandlers(tools),
    ...voiceHandlers(tools),
    ...attachmentHandlers(tools),
  }
}
