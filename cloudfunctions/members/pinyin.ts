/** First letters of names. The table behind it is larger than all the rest of a function: `initials.ts` loads this file when it is needed. */
import { pinyin } from 'pinyin-pro'

/** `张建国` → `zjg`; a surname reads as a surname (单 is s, 仇 is q). What has no letter falls out. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .map(
      (letter) =>
        letter
          .normalize('NFD')
          .toLowerCase()
          .match(/^[a-z0-9]/)?.[0] ?? '',
    )
    .join('')
}
