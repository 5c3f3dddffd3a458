export interface Drawing {
  /** what stands inside the `<svg>` */
  readonly lines: string
  readonly width: number
  readonly height: number
}

/** A line drawing as a picture a style can hold. */
export function pictureOf({ lines, width, height }: Drawing): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>${lines}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
