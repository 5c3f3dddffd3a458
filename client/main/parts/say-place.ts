import type { Person } from '../../kernel/session'

/** `示范村支部 · 二组`; for officers the unit they stand for. */
export function sayPlace(person: Person): string {
  const unit = person.branchName ?? person.roles[0]?.unitName
  return [unit, person.groupName].filter(Boolean).join(' · ')
}
