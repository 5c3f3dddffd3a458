/** The mini-program's side: Taro drops the property under its name in scripts, and every web view of a phone knows this one. */
import { type Drawing, pictureOf } from './drawing'

export function maskOf(drawing: Drawing): Readonly<Record<string, string>> {
  return { '-webkit-mask-image': pictureOf(drawing) }
}
