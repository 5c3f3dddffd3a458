import type { AppContracts } from '#shared/contracts'
import type { InputOf } from '#shared/kernel/contract'
import type { Membership } from '#shared/members/kinds'
import { phonePattern, plainPhone } from '#shared/members/phone'
import { longestName, nameLetters } from '#shared/members/roster'

/** The form of a new member, as it is typed. */
export interface Newcomer {
  readonly name: string
  readonly phone: string
  readonly membership: Membership
  readonly groupId: string
}

export const noGroup = 'none'
export const nobodyYet: Newcomer = { name: '', phone: '', membership: 'full', groupId: noGroup }

const plainName = (typed: string) => typed.replace(/[\s\u3000]/g, '').replace(/[•‧・]/g, '·')

export type Gaps = Readonly<Partial<Record<'name' | 'phone', string>>>

/** What is missing or wrong, in words for beside the field. */
export function gapsOf({ name, phone }: Newcomer): Gaps {
  const plain = plainName(name)
  const isNameWrong = !nameLetters.test(plain) || [...plain].length > longestName
  const isPhoneWrong = plainPhone(phone) !== '' && !phonePattern.test(plainPhone(phone))
  return {
    ...(plain === '' ? { name: '请写上姓名' } : isNameWrong ? { name: '名字里有不认识的符号，请改好' } : {}),
    ...(isPhoneWrong ? { phone: '手机号是 11 位数字，请看一眼' } : {}),
  }
}

export function inputOf({ name, phone, membership, groupId }: Newcomer, isNamesake: boolean): InputOf<AppContracts['members']['add']> {
  const plain = plainPhone(phone)
  return {
    name: plainName(name),
    membership,
    ...(groupId === noGroup ? {} : { groupId }),
    ...(plain === '' ? {} : { phone: plain }),
    ...(isNamesake ? { isNamesake } : {}),
  }
}
