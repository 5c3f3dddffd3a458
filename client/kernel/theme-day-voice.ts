/** The secretary's recording of a theme day, as something to listen to. */
import { api } from './api'
import { Unreachable } from './unreachable'
import type { Voice } from './use-listening'

interface Told {
  readonly themeDayId: string
  readonly voiceSeconds?: number
}

/** Undefined where nothing was recorded. */
export function voiceOf({ themeDayId, voiceSeconds }: Told): Voice | undefined {
  return voiceSeconds === undefined ? undefined : { load: () => addressOf(themeDayId) }
}

async function addressOf(themeDayId: string): Promise<string | undefined> {
  try {
    const reply = await api.themeday.getVoice({ themeDayId })
    return reply.ok ? reply.data.address : undefined
  } catch (failure) {
    if (failure instanceof Unreachable) return undefined
    throw failure
  }
}
