/** What a phone may send as a file. */
export const sentKinds = ['voice', 'attachment'] as const
export type SentKind = (typeof sentKinds)[number]
