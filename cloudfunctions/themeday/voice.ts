/** The secretary's own voice on a theme day, for those who would rather listen than read. */
import { mayUse } from '#shared/files/rules'
import { accept, refuse } from '#shared/kernel/contract'
import { minuteMs } from '#shared/kernel/day'
import type { themeday } from '#shared/themeday/contract'
import { isUntold, seesDrafts } from '#shared/themeday/rules'
import type { FeatureHandlers } from '../runtime/handlers'
import { fits, type SentFiles } from './sent-files'
import type { ThemeDayStore } from './store'

export interface VoiceTools extends SentFiles {
  readonly themeDays: ThemeDayStore
}

type VoiceHandlers = Pick<FeatureHandlers<typeof themeday>, 'setVoice' | 'getVoice'>

/** Long enough to be heard over a weak signal, and once more. */
const addressMs = 10 * minuteMs

export function voiceHandlers(tools: VoiceTools): VoiceHandlers {
  const { themeDays, fileTickets, files } = tools
  return {
    setVoice: async ({ scope, input: { themeDayId: id, voice }, made, now, transact }) => {
      const found = await themeDays.find(scope, id)
      if (found === undefined) return refuse('NOT_FOUND')
      const isSound = voice !== undefined && (await fits(tools, 'voice', voice.fileId))
      const outcome = await transact(async (tx) => {
        const themeDay = await themeDays.getThemeDay(tx, id)
        if (themeDay === undefined) return refuse('NOT_FOUND')
        if (themeDay.stage === 'cancelled') return refuse('CANCELLED')
        const { voice: held, ...silent } = themeDay
        if (voice === undefined) {
          if (held !== undefined) await themeDays.putThemeDay(tx, silent)
          return accept({ hasVoice: false })
        }
        if (held?.fileId === voice.fileId) return accept({ hasVoice: true })
        const ticket = await fileTickets.getTicket(tx, voice.fileId)
        if (ticket === undefined || !isSound || !mayUse(ticket, { by: made.by, as: 'voice', now })) return refuse('FILE_NOT_SOUND')
        await fileTickets.markUsed(tx, ticket, now)
        await themeDays.putThemeDay(tx, { ...themeDay, voice })
        return accept({ hasVoice: true })
      })
      // A file is used once, so that nothing else can hold the one that was replaced. Read anew: a repeat may come after the next voice.
      const before = outcome.ok ? found.voice?.fileId : undefined
      if (before !== undefined && (await themeDays.find(scope, id))?.voice?.fileId !== before) await files.remove(before)
      return outcome
    },

    getVoice: async ({ scope, actor, input }) => {
      const themeDay = await themeDays.find(scope, input.themeDayId)
      if (themeDay?.voice === undefined || (isUntold(themeDay) && !seesDrafts(actor, themeDay.branchId))) return refuse('NOT_FOUND')
      const { voice } = themeDay
      const address = await files.addressOf(voice.fileId, addressMs)
      return address === undefined ? refuse('NOT_FOUND') : accept({ address, seconds: voice.seconds })
    },
  }
}
