import type { AppContracts } from '#shared/contracts'
import type { InputOf } from '#shared/kernel/contract'
import type { Answer } from '../../kernel/api'

export type MemberRecord = Answer<'members', 'get'>
export type Register = NonNullable<NonNullable<MemberRecord['record']>['register']>
export type Changes = Omit<InputOf<AppContracts['members']['update']>, 'memberId' | 'version'>

/** What can be opened on a member's page. */
export type Matter = 'phone' | 'number' | 'group' | 'membership' | 'participation' | 'category' | 'register' | 'lostCard' | 'leaving'

export interface MatterProps {
  readonly member: MemberRecord
  readonly onClose: () => void
  /** Something was stored, or the record is to be looked at anew. */
  readonly onChanged: () => void
}
