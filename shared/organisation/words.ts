/** Words of the organisation, as people say them. */
import type { Role } from '#shared/kernel/organisation'

export const roleWords: Readonly<Record<Role, string>> = {
  member: '党员',
  groupLeader: '小组长',
  secretary: '支书',
  townOfficer: '镇里',
  countyAdmin: '县里',
}
