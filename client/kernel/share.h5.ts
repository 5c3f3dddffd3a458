/** The browser's side of sharing: an address is sent on by its own menu, and opens what it says. */
import type { ShareCard } from './ports'

export function useShare(_card: ShareCard | undefined): void {}
