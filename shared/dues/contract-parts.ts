/** What several contracts of the dues have in common: who keeps the book, and the sentences they share. */

export const officers = { secretary: 'branch', organisationOfficer: 'branch' } as const

export const notStarted = { NOT_STARTED: '支部还没开始记党费，请支书先定哪个月开始' } as const
export const notApproved = { NOT_APPROVED: '{name} {year} 年的党费还没核定' } as const
export const datedAhead = { DATED_AHEAD: '日子还没到，请看一眼日期' } as const
export const datedTooEarly = { DATED_TOO_EARLY: '那天还在用纸质党费册' } as const
