/** How a platform is told what a thing is to those who cannot see it: HTML says `role`, mini-programs `aria-role`. */
import type { AriaRole } from './aria-role'

export function roleOf(role: AriaRole): { readonly role: AriaRole } {
  return { role }
}

export function headingOf(level: 1 | 2 | 3) {
  return { role: 'heading', 'aria-level': String(level) } as const
}
