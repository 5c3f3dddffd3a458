/** Birth month, sex and education: register fields a county may switch on. While they are off, what was stored lies where it is, unseen. */
import type { ParsedInputOf } from '#shared/kernel/contract'
import type { members } from '#shared/members/contract'
import type { RegisterFields } from '#shared/members/model'

type MaybeFields = { readonly [Field in keyof RegisterFields]: RegisterFields[Field] | undefined }

/** The fields alone, cut out of whatever holds them; what is unknown is absent. */
export function registerOf({ birthMonth, sex, education }: MaybeFields): RegisterFields {
  return {
    ...(birthMonth === undefined ? {} : { birthMonth }),
    ...(sex === undefined ? {} : { sex }),
    ...(education === undefined ? {} : { education }),
  }
}

/** Emptying a field names it as well. */
export function namesRegister({ birthMonth, sex, education }: Pick<ParsedInputOf<typeof members.update>, keyof RegisterFields>): boolean {
  return [birthMonth, sex, education].some((field) => field !== undefined)
}
