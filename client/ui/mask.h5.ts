/** A line drawing as a mask, so that it takes its colour from the tokens: `style={maskOf(…)}` on a filled View. */
import { type Drawing, pictureOf } from './drawing'

export function maskOf(drawing: Drawing) {
  const image = pictureOf(drawing)
  return { WebkitMaskImage: image, maskImage: image }
}
