/** Words about offices, as people in charge say them. */
import type { GrantedRole } from '#shared/kernel/organisation'

/** What an office is for, said where it is given. */
export const officeWords: Readonly<Record<GrantedRole, string>> = {
  groupLeader: '给本组点名、记事',
  liaison: '联络在外的党员',
  shopkeeper: '管超市的货，不一定是党员',
  villageContact: '看支部办了什么，要帮什么',
  disciplineOfficer: '看账、看记录，不一定是党员',
  organisationOfficer: '管名册和党费',
  secretary: '管支部的事',
  townOfficer: '看本乡镇的支部，定书记',
  countyAdmin: '管全县，定镇里的人',
}
