import { go } from '../../kernel/routes'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { groupsOf, type MemberRow } from './roster'

interface CardChoiceProps {
  readonly rows: readonly MemberRow[]
  readonly onClose: () => void
}

/** Which group's cards to print: they are cut and handed out by its leader. */
export function CardChoice({ rows, onClose }: CardChoiceProps) {
  const open = (params: { groupId?: string }) => {
    onClose()
    go('cards', params)
  }
  return (
    <Sheet title="打印哪一组的卡？" onClose={onClose}>
      <Card kind="list">
        {groupsOf(rows).map(({ name, rows: ofGroup }) => (
          <Row
            key={name}
            title={name}
            isStrong
            answer={`${ofGroup.length} 张`}
            onPress={() => open({ groupId: ofGroup[0]?.groupId ?? '' })}
          />
        ))}
        <Row title="全支部" isStrong answer={`${rows.length} 张`} onPress={() => open({})} />
      </Card>
    </Sheet>
  )
}
