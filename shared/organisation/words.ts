/** Words of the organisation, as people say them. */
import type { OrgLevel, Role } from '#shared/kernel/organisation'
import type { GroupKind } from './kinds'

export const roleWords: Readonly<Record<Role, string>> = {
  member: '党员',
  groupLeader: '小组长',
  liaison: '联络员',
  shopkeeper: '超市保管',
  villageContact: '包村干部',
  disciplineOfficer: '纪检委员',
  organisationOfficer: '组织委员',
  secretary: '支书',
  townOfficer: '镇里',
  countyAdmin: '县里',
}

export const levelWords: Readonly<Record<OrgLevel, string>> = {
  county: '县',
  committee: '乡镇党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
}

export const groupKindWords: Readonly<Record<GroupKind, string>> = {
  ordinary: '普通小组',
  elder: '老龄',
  farming: '种养业',
  business: '务工经商',
  away: '外出',
}
