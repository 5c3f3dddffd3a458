import { View } from '@tarojs/components'
import { roleOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { ReviewLine } from './ReviewLine'
import type { RosterReview as Review, TwinAnswer } from './roster-review'
import './roster-review.scss'

interface RosterReviewProps {
  readonly branchName: string
  readonly review: Review
  readonly onAnswer: (line: number, twin: TwinAnswer) => void
}

/** What was understood: the sums first, then every line, so that a wrong one is found before it is stored. */
export function RosterReview({ branchName, review, onAnswer }: RosterReviewProps) {
  const { rows, people, groups, secretaries, openLines } = review
  return (
    <>
      <Card kind="list">
        <Row title={branchName} isStrong answer={`${people.length} 人 · ${groups.length} 个组`} />
        <Row title="书记" answer={secretaries.length === 0 ? '还没标出来' : secretaries.join('、')} />
        {openLines.length > 0 && <Row tone="red" icon="circle-alert" title="要弄好的" answer={`第 ${openLines.join('、')} 行`} />}
      </Card>
      <Card className="review">
        <View {...roleOf('list')} aria-label="名单">
          {rows.map((row) => (
            <ReviewLine key={row.line} row={row} onAnswer={(twin) => onAnswer(row.line, twin)} />
          ))}
        </View>
      </Card>
    </>
  )
}
