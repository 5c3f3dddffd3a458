import type { CommonCode } from '#shared/kernel/contract'

const passing: readonly string[] = [
  'TOO_FAST',
  'BUSY',
  'UNAVAILABLE',
  'PREPARING',
  'DISK_FULL',
  'READ_ONLY',
] satisfies readonly CommonCode[]

/** It could not be answered just now: whatever was known before is as true as it was, and asking again later helps. */
export const isPassing = (code: string): boolean => passing.includes(code)

/** Nothing was said about what was sent: it is sent once more, by an app that was opened anew where this one is too old. */
export const isNoVerdict = (code: string): boolean => isPassing(code) || code === 'UPGRADE_NEEDED'
