import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { roleOf } from './aria'
import './code-view.scss'

interface CodeViewProps {
  readonly text: string
  /** PX, or a length for paper (`3.2cm`); the quiet zone of four modules is inside. */
  readonly size: number | string
  /** What it opens, for those who cannot see it. */
  readonly caption: string
}

/** A code to be scanned: level Q, four modules of white around, black on white. */
export function CodeView({ text, size, caption }: CodeViewProps) {
  const picture = useMemo(() => drawCode(text), [text])
  const edge = typeof size === 'number' ? `${size}px` : size
  return (
    <View
      className="code-view"
      {...roleOf('img')}
      aria-label={caption}
      data-code={text}
      style={{ width: edge, height: edge, backgroundImage: picture }}
    />
  )
}

const quietZone = 4

/** One path of all dark modules, each row's neighbours joined, so that no hairlines show between them. */
function drawCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: quietZone, boostEcc: false })
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      const width = (end === -1 ? size : end) - x
      return `M${x} ${y}h${width}v1h-${width}z`
    }),
  )
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${size}v${size}H0z'/><path d='${runs.join('')}'/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
