/** One line a feature. */
import { claims } from '#shared/claims/contract'
import { codes } from '#shared/codes/contract'
import { demo } from '#shared/demo/contract'
import { members } from '#shared/members/contract'
import { organisation } from '#shared/organisation/contract'
import { session } from '#shared/session/contract'
import { themeday } from '#shared/themeday/contract'

export const contracts = { claims, codes, members, organisation, session, themeday }

/** Served only where a demonstration village is laid. */
export const demoContracts = { ...contracts, demo }

export type AppContracts = typeof demoContracts
