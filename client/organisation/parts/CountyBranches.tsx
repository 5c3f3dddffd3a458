import { useState } from 'react'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Row } from '../../ui/Row'
import { BranchList } from './BranchList'
import { CommitteeHead } from './CommitteeHead'
import { type Committee, committeesKey, readCommittees } from './lists'

/** The county picks a town first; where there is only one there is nothing to pick. */
export function CountyBranches() {
  const committees = useQuery(committeesKey, readCommittees)
  const [pickedId, pick] = useState<string>()
  return (
    <Answered query={committees}>
      {(rows) => {
        const picked = rows.length === 1 ? rows[0] : rows.find((row) => row.committeeId === pickedId)
        if (rows.length === 0) return <Empty icon="building" words="还没有支部" note="建第一个支部时，乡镇也一起建" />
        if (picked === undefined) return <CommitteeList rows={rows} onPick={pick} />
        return (
          <>
            <CommitteeHead committee={picked} onOther={rows.length > 1 ? () => pick(undefined) : undefined} onIssued={committees.refresh} />
            <BranchList committeeId={picked.committeeId} />
          </>
        )
      }}
    </Answered>
  )
}

function CommitteeList({ rows, onPick }: { readonly rows: readonly Committee[]; readonly onPick: (committeeId: string) => void }) {
  return (
    <Card kind="list">
      {rows.map(({ committeeId, name, officer }) => (
        <Row
          key={committeeId}
          icon="building"
          title={name}
          isStrong
          note={officer === undefined ? '还没有经办人' : `经办人 ${officer.name}${officer.hasClaimed ? '' : '，还没认领'}`}
          onPress={() => onPick(committeeId)}
        />
      ))}
    </Card>
  )
}
