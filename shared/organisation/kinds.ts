/** For whom a group is; no zod here. Groups by kind are named in the rules for groups of the old, the growers, the traders and those away. */
export const groupKinds = ['ordinary', 'elder', 'farming', 'business', 'away'] as const
export type GroupKind = (typeof groupKinds)[number]
