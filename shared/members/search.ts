/** What somebody types to find a person: initials, the beginning of a name, or a whole mobile number. */
import { phonePattern, plainPhone } from './phone'

export type Sought =
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'initials'; readonly initials: string }
  | { readonly by: 'name'; readonly name: string }

/** Undefined: nothing anybody could be found by. */
export function soughtIn(typed: string): Sought | undefined {
  const text = typed.replace(/[\s\u3000]/g, '')
  if (text === '') return undefined
  const phone = plainPhone(text)
  if (phonePattern.test(phone)) return { by: 'phone', phone }
  if (/^\d+$/.test(phone)) return undefined
  if (/^[a-z]+$/i.test(text)) return { by: 'initials', initials: text.toLowerCase() }
  return { by: 'name', name: text }
}
