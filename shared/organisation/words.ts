/** Words of the organisation, as people say them. */
import type { OrgLevel, Role } from '#shared/kernel/organisation'

export const levelWords: Readonly<Record<OrgLevel, string>> = {
  county: '县',
  committee: '乡镇党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
}

export const roleWords: Readonly<Record<Role, string>> = {
  member: '党员',
  groupLeader: '小组长',
  secretary: '支书',
  townOfficer: '镇里',
  countyAdmin: '县里',
}
