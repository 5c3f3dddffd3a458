/** Papers of a day that somebody wanted kept with it. Photographs are never asked for (product decision 7). */
import { mayUse } from '#shared/files/rules'
import { accept, refuse } from '#shared/kernel/contract'
import { minuteMs } from '#shared/kernel/day'
import type { themeday } from '#shared/themeday/contract'
import { mostAttachments } from '#shared/themeday/ids'
import { decideAttach } from '#shared/themeday/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import { fits, type SentFiles } from './sent-files'
import type { ThemeDayStore } from './store'
import { findHeld } from './tools'

interface AttachmentTools extends SentFiles {
  readonly themeDays: ThemeDayStore
}

type AttachmentHandlers = Pick<FeatureHandlers<typeof themeday>, 'addAttachment' | 'removeAttachment' | 'getAttachment'>

const addressMs = 10 * minuteMs

export function attachmentHandlers(tools: AttachmentTools): AttachmentHandlers {
  const { themeDays, fileTickets, files } = tools
  return {
    addAttachment: async ({ scope, input: { themeDayId, fileId, name }, made, now, transact }) => {
      if ((await findHeld(themeDays, scope, themeDayId)) === undefined) return refuse('NOT_FOUND')
      const isReadable = await fits(tools, 'attachment', fileId)
      return transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, themeDayId)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        const { attachments = [] } = themeDay
        const decision = decideAttach({ themeDay, count: attachments.length, most: mostAttachments })
        if (!decision.ok) return decision
        const ticket = await fileTickets.getTicket(tx, fileId)
        if (ticket === undefined || !isReadable || !mayUse(ticket, { by: made.by, as: 'attachment', now })) return refuse('FILE_UNREADABLE')
        await fileTickets.markUsed(tx, ticket, now)
        const kept = [...attachments, { fileId, name, at: now }]
        await themeDays.putThemeDay(tx, { ...themeDay, attachments: kept })
        return accept({ count: kept.length })
      })
    },

    removeAttachment: async ({ scope, input: { themeDayId, fileId }, transact }) => {
      if ((await findHeld(themeDays, scope, themeDayId)) === undefined) return refuse('NOT_FOUND')
      const outcome = await transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, themeDayId)
        if (themeDay?.attachments?.some((one) => one.fileId === fileId) !== true) return refuse('NOT_FOUND')
        if (themeDay.closedAt !== undefined) return refuse('BOOK_CLOSED')
        const kept = themeDay.attachments.filter((one) => one.fileId !== fileId)
        await themeDays.putThemeDay(tx, { ...themeDay, attachments: kept })
        return accept({ count: kept.length })
      })
      // Nothing else can hold a file that was used here.
      if (outcome.ok) await files.remove(fileId)
      return outcome
    },

    getAttachment: async ({ scope, input: { themeDayId, fileId } }) => {
      const themeDay = await findHeld(themeDays, scope, themeDayId)
      const attachment = themeDay?.attachments?.find((one) => one.fileId === fileId)
      const address = attachment && (await files.addressOf(fileId, addressMs))
      return attachment === undefined || address === undefined ? refuse('NOT_FOUND') : accept({ name: attachment.name, address })
    },
  }
}
