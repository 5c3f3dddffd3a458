import { useState } from 'react'
import type { HelpReason } from '#shared/assists/ids'

/** Whom to help, why, and that they are there. */
export interface HelpForm {
  /** member ids */
  readonly ticked: readonly string[]
  readonly reason: HelpReason | undefined
  readonly isSeen: boolean
  readonly change: (change: Partial<Pick<HelpForm, 'ticked' | 'reason' | 'isSeen'>>) => void
}

export function useHelpForm(): HelpForm {
  const [form, setForm] = useState<Omit<HelpForm, 'change'>>({ ticked: [], reason: undefined, isSeen: false })
  return { ...form, change: (change) => setForm((held) => ({ ...held, ...change })) }
}
