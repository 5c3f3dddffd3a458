/** The mini-program's side: `aria-role`; config/aria-attributes.js lets it through. There are no levels of headings. */
import type { AriaRole } from './aria-role'

export function roleOf(role: AriaRole): { readonly 'aria-role': AriaRole } {
  return { 'aria-role': role }
}

export function headingOf(_level: 1 | 2 | 3) {
  return roleOf('heading')
}
