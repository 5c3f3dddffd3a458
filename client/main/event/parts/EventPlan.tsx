import { View } from '@tarojs/components'
import { partWords } from '#shared/themeday/words'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../../parts/held'

/** The five parts as far as they are planned, who leads each, and what to read beforehand. */
export function EventPlan({ themeDay: { parts, materials } }: { readonly themeDay: ThemeDay }) {
  return (
    <>
      {parts.length > 0 && (
        <>
          <View className="t-title" {...headingOf(2)}>
            办哪几项
          </View>
          <Card kind="list">
            {parts.map(({ part, what, leader }) => (
              <Row key={part} title={partWords[part]} isStrong note={sayPart(what, leader)} />
            ))}
          </Card>
        </>
      )}
      {materials.length > 0 && (
        <>
          <View className="t-title" {...headingOf(2)}>
            先看看这些
          </View>
          <Card kind="list">
            {materials.map((line) => (
              <Row key={line} icon="file-text" title={line} />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

/** `水渠怎么修，徐大勇带着` */
function sayPart(what: string | undefined, leader: string | undefined): string {
  return [what, leader && `${leader}带着`].filter(Boolean).join('，')
}
