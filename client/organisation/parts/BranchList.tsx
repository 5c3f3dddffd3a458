import { useTextSize } from '../../kernel/text-size'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Row } from '../../ui/Row'
import { type Branch, readBranches } from './lists'
import { OfficerClaim } from './OfficerClaim'
import './branch-list.scss'

interface BranchListProps {
  readonly committeeId: string
}

/** A town's branches in the order they were founded. */
export function BranchList({ committeeId }: BranchListProps) {
  const branches = useQuery(`organisation.listBranches ${committeeId}`, () => readBranches(committeeId))
  return (
    <Answered query={branches} lines={5}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="flag" words="这个乡镇还没有支部" />
        ) : (
          <Card kind="list" className="branches">
            {rows.map((branch) => (
              <BranchRow key={branch.branchId} branch={branch} onIssued={branches.refresh} />
            ))}
          </Card>
        )
      }
    </Answered>
  )
}

interface BranchRowProps {
  readonly branch: Branch
  readonly onIssued: () => void
}

function BranchRow({ branch: { name, memberCount, secretary }, onIssued }: BranchRowProps) {
  const { isBig } = useTextSize()
  const who = secretary === undefined ? '还没有书记' : `书记 ${secretary.name}`
  return (
    <Row
      {...(isBig ? {} : { icon: 'flag' })}
      title={name}
      isStrong
      note={`${who} · ${memberCount} 人`}
      {...(secretary === undefined ? {} : { answer: <OfficerClaim officer={secretary} onIssued={onIssued} /> })}
    />
  )
}
