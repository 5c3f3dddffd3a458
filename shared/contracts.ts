/** One line a feature. */
import { assists } from '#shared/assists/contract'
import { claims } from '#shared/claims/contract'
import { codes } from '#shared/codes/contract'
import { demo } from '#shared/demo/contract'
import { dues } from '#shared/dues/contract'
import { files } from '#shared/files/contract'
import { members } from '#shared/members/contract'
import { organisation } from '#shared/organisation/contract'
import { roles } from '#shared/roles/contract'
import { session } from '#shared/session/contract'
import { systems } from '#shared/systems/contract'
import { themeday } from '#shared/themeday/contract'

export const contracts = { assists, claims, codes, dues, files, members, organisation, roles, session, systems, themeday }

/** Served only where a demonstration village is laid. */
export const demoContracts = { ...contracts, demo }

export type AppContracts = typeof demoContracts
