/** Names of members as a screen shows them; no zod here. */

/** `李强` → `李　强`: two-character names are spaced so that a column of names lines up. */
export function spacedName(name: string): string {
  const letters = [...name]
  return letters.length === 2 ? letters.join('\u3000') : name
}

/** `0007`: the place on the roster, as a sort key. */
export function rosterKey(place: number): string {
  return String(place).padStart(4, '0')
}

/** Who is added later stands behind the founding list, in the order of coming. */
export function addedKey(now: number, memberId: string): string {
  return `a${String(now).padStart(14, '0')}_${memberId}`
}
