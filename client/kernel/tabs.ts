/** The bar at the bottom and the chip at the top: where each role is at home. A tab appears with its system. */
import type { Role } from '#shared/kernel/organisation'
import { roleWords } from '#shared/organisation/words'
import type { System } from '#shared/systems/ids'
import { type PlainRoute, restart } from './routes'
import { useSession, type Who } from './session'
import { isSystemOn } from './session-memory'

export interface Tab {
  readonly route: PlainRoute
  readonly icon: 'house' | 'clipboard-list' | 'users' | 'building' | 'user'
  readonly word: string
  /** gone where the county has turned off all of them */
  readonly systems?: readonly System[]
}

const me: Tab = { route: 'me', icon: 'user', word: '我的' }
const ofMembers: readonly Tab[] = [{ route: 'home', icon: 'house', word: '首页' }, me]
const ofBranchOfficers: readonly Tab[] = [
  { route: 'month', icon: 'clipboard-list', word: '本月', systems: ['themeday', 'dues'] },
  { route: 'people', icon: 'users', word: '党员' },
  me,
]
const ofOfficers: readonly Tab[] = [{ route: 'branches', icon: 'building', word: '各支部' }, me]

const tabs: Readonly<Record<Role, readonly Tab[]>> = {
  member: ofMembers,
  groupLeader: ofMembers,
  liaison: ofMembers,
  shopkeeper: [me],
  villageContact: [me],
  disciplineOfficer: ofMembers,
  organisationOfficer: ofBranchOfficers,
  secretary: ofBranchOfficers,
  townOfficer: ofOfficers,
  countyAdmin: ofOfficers,
}

export function useTabs(): readonly Tab[] {
  const { role, who } = useSession()
  return tabsOf(role, who)
}

function tabsOf(role: Role | undefined, who: Who | undefined): readonly Tab[] {
  return tabs[role ?? 'member'].filter(({ systems }) => systems === undefined || systems.some((system) => isSystemOn(who, system)))
}

/** Where a role starts its day. */
export function homeOf(role: Role | undefined, who: Who | undefined): Tab['route'] {
  return tabsOf(role, who)[0]?.route ?? 'home'
}

/** For the chip at the top: undefined while there is nothing to switch. */
export function useRoleSwitch() {
  const { who, role, roles, chooseRole } = useSession()
  if (role === undefined || roles.length < 2) return undefined
  return {
    title: '现在以什么身份看？',
    value: role,
    options: roles.map((held) => ({ value: held, title: roleWords[held] })),
    onChange: (next: Role) => {
      chooseRole(next)
      restart(homeOf(next, who))
    },
  }
}
