/** What the server answers about dues, as types alone: for what is worked out without a platform. */
import type { AppContracts } from '#shared/contracts'
import type { OutputOf } from '#shared/kernel/contract'

export type Answer<Name extends keyof AppContracts['dues']> = OutputOf<AppContracts['dues'][Name]>

export type MyDues = Answer<'getMine'>
export type Sheet = Answer<'getYearSheet'>
