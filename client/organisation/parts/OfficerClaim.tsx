import { useState } from 'react'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { StatusTag } from '../../ui/StatusTag'
import { ClaimCode } from './ClaimCode'
import type { Officer } from './lists'

interface OfficerClaimProps {
  readonly officer: Officer
  readonly canIssue: boolean
  /** The code was looked at; meanwhile he may have claimed. */
  readonly onIssued: () => void
}

/** Whether a phone knows an officer; where not, the code that will make it so. */
export function OfficerClaim({ officer, canIssue, onIssued }: OfficerClaimProps) {
  const [isOpen, setOpen] = useState(false)
  if (officer.hasClaimed) return <StatusTag tone="ok" icon="check" word="已认领" />
  if (!canIssue) return <StatusTag tone="pending" icon="circle" word="没认领" />
  const close = () => {
    setOpen(false)
    onIssued()
  }
  return (
    <>
      <Press kind="plain" size="small" label="发认领码" ariaLabel={`给${officer.name}发认领码`} onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title={`${officer.name}的认领码`} onClose={close}>
          <ClaimCode personId={officer.personId} />
        </Sheet>
      )}
    </>
  )
}
