/** What the server answers about a theme day, as types alone: for what is worked out without a platform. */
import type { AppContracts } from '#shared/contracts'
import type { OutputOf } from '#shared/kernel/contract'

type Answer<Name extends keyof AppContracts['themeday']> = OutputOf<AppContracts['themeday'][Name]>

export type ThemeDay = Answer<'get'>
export type RollRow = Answer<'listAttendance'>['rows'][number]
export type Habits = Answer<'getHabits'>
export type FixedDay = NonNullable<Habits['fixedDay']>
export type Minutes = Answer<'getMinutes'>
export type Book = Answer<'getBook'>
export type BranchDay = Answer<'listBranches'>['rows'][number]
