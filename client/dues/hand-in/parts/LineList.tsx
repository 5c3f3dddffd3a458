import { View } from '@tarojs/components'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { sayDayKey } from '../../parts/day-words'
import { type Line, lookOf, sayWhat, titleOf } from './lines'

interface LineListProps {
  readonly lines: readonly Line[]
  readonly onOpen: (line: Line) => void
}

/** The lines of a year, the newest first, each with what has become of it. */
export function LineList({ lines, onOpen }: LineListProps) {
  if (lines.length === 0) return <Empty icon="file-text" words="这一年还没有上缴、返还和使用" />
  return (
    <Card kind="list">
      {lines.map((line) => {
        const look = lookOf(line)
        return (
          <Row
            key={line.lineId}
            isStrong
            title={titleOf(line)}
            note={
              <>
                <View>
                  {sayDayKey(line.day)}，{sayWhat(line)}
                </View>
                {look && <StatusTag {...look} />}
              </>
            }
            onPress={() => onOpen(line)}
          />
        )
      })}
    </Card>
  )
}
