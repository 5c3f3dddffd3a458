/** A line drawing as a mask, so that it takes its colour from the tokens: `style={maskOf(…)}` on a filled View. */
export interface Drawing {
  /** what stands inside the `<svg>` */
  readonly lines: string
  readonly width: number
  readonly height: number
}

export function maskOf({ lines, width, height }: Drawing) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>${lines}</svg>`
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
  return { WebkitMaskImage: image, maskImage: image }
}
