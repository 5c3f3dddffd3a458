import { useTextSize } from '../../kernel/text-size'
import { Card } from '../../ui/Card'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import type { Committee } from './lists'
import { OfficerClaim } from './OfficerClaim'
import './branch-list.scss'

interface CommitteeHeadProps {
  readonly committee: Committee
  /** Back to the list of towns; undefined where there is only one. */
  readonly onOther: (() => void) | undefined
  readonly onIssued: () => void
}

/** The town that is looked at, and who handles it there. */
export function CommitteeHead({ committee: { name, officer }, onOther, onIssued }: CommitteeHeadProps) {
  const { isBig } = useTextSize()
  return (
    <Card kind="list" className="branches">
      <Row
        {...(isBig ? {} : { icon: 'building' })}
        title={name}
        isStrong
        {...(onOther === undefined ? {} : { answer: <Press kind="plain" size="small" label="换一个" onPress={onOther} /> })}
      />
      <Row
        {...(isBig ? {} : { icon: 'user' })}
        title={officer === undefined ? '还没有经办人' : `经办人 ${officer.name}`}
        {...(officer?.hasClaimed ? { note: '已认领' } : {})}
        {...(officer === undefined ? {} : { answer: <OfficerClaim officer={officer} onIssued={onIssued} /> })}
      />
    </Card>
  )
}
