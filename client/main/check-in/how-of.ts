/** How the page was reached → how a check-in from it is recorded. */
import type { Scanned } from '#shared/themeday/scanned'
import type { Moment } from '../../kernel/outbox-item'
import type { How } from '../parts/check-ins'

/** A code that changes proves something about the moment it was read; who then takes their time with the button was there all the same. */
export function howOf(scanned: Scanned | undefined, readAt: Moment): How {
  if (scanned === undefined) return { via: 'home' }
  if (scanned.shown !== undefined) return { via: 'screen', proof: scanned.shown, tapped: readAt }
  return { via: 'code', ...(scanned.venueId === undefined ? {} : { venueId: scanned.venueId }) }
}
