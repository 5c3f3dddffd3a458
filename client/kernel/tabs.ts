/** The bar at the bottom and the chip at the top: where each role is at home. A tab appears with its system. */
import type { Role } from '#shared/kernel/organisation'
import { roleWords } from '#shared/organisation/words'
import { type PlainRoute, restart } from './routes'
import { useSession } from './session'

export interface Tab {
  readonly route: PlainRoute
  readonly icon: 'house' | 'clipboard-list' | 'users' | 'building' | 'user'
  readonly word: string
}

const me: Tab = { route: 'me', icon: 'user', word: '我的' }
const ofMembers: readonly Tab[] = [{ route: 'home', icon: 'house', word: '首页' }, me]
const ofOfficers: readonly Tab[] = [{ route: 'branches', icon: 'building', word: '各支部' }, me]

const tabs: Readonly<Record<Role, readonly Tab[]>> = {
  member: ofMembers,
  groupLeader: ofMembers,
  secretary: [{ route: 'month', icon: 'clipboard-list', word: '本月' }, { route: 'people', icon: 'users', word: '党员' }, me],
  townOfficer: ofOfficers,
  countyAdmin: ofOfficers,
}

export function useTabs(): readonly Tab[] {
  const { role } = useSession()
  return tabs[role ?? 'member']
}

/** Where a role starts its day. */
export function homeOf(role: Role | undefined): Tab['route'] {
  return tabs[role ?? 'member'][0]?.route ?? 'home'
}

/** For the chip at the top: undefined while there is nothing to switch. */
export function useRoleSwitch() {
  const { role, roles, chooseRole } = useSession()
  if (role === undefined || roles.length < 2) return undefined
  return {
    title: '现在以什么身份看？',
    value: role,
    options: roles.map((held) => ({ value: held, title: roleWords[held] })),
    onChange: (next: Role) => {
      chooseRole(next)
      restart(homeOf(next))
    },
  }
}
