/** The systems a county turns on and off (product decision 21); one enters with its first action. No zod here. */
export const systems = ['themeday', 'dues', 'registerFields'] as const
export type System = (typeof systems)[number]

/** Off until the county turns them on; all others are there from the first day. */
export const startsOff: readonly System[] = ['registerFields']

/** Features that belong to a system; all others are the house itself and always there. */
export const systemOfFeature: Readonly<Record<string, System>> = { themeday: 'themeday', dues: 'dues' }
