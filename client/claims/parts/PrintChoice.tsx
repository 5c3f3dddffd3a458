import { go } from '../../kernel/routes'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { groupsOf, type MemberRow } from './roster'

interface PrintChoiceProps {
  readonly rows: readonly MemberRow[]
  readonly onClose: () => void
}

/** Which group's slips to print: they are cut and handed out by its leader. */
export function PrintChoice({ rows, onClose }: PrintChoiceProps) {
  const open = (params: { groupId?: string }) => {
    onClose()
    go('sheet', params)
  }
  return (
    <Sheet title="打印哪一组的？" onClose={onClose}>
      <Card kind="list">
        {groupsOf(rows).map(({ groupId, name, unclaimed }) => (
          <Row key={groupId} title={name} isStrong answer={sayCount(unclaimed)} onPress={() => open({ groupId })} />
        ))}
        <Row title="全支部" isStrong answer={sayCount(rows.filter((row) => !row.hasClaimed).length)} onPress={() => open({})} />
      </Card>
    </Sheet>
  )
}

function sayCount(unclaimed: number): string {
  return unclaimed === 0 ? '都认领了' : `${unclaimed} 张`
}
