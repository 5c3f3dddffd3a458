/** Opened before a transaction begins: inside one, nothing but the transaction may be waited for. */

export type InitialsOf = (name: string) => string

export const openInitials = async (): Promise<InitialsOf> => (await import('./pinyin')).initialsOf
