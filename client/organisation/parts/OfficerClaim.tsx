import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { IssuedCode } from '../../ui/IssuedCode'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import type { Officer } from './lists'
import './officer-claim.scss'

interface OfficerClaimProps {
  readonly officer: Officer
  /** The code was looked at; meanwhile he may have claimed. */
  readonly onIssued: () => void
}

/**
 * Whether a phone knows an officer, and the code that makes it so. A new one is there for those known already: an officer's
 * browser forgets them after half a day, and a phone may be lost.
 */
export function OfficerClaim({ officer, onIssued }: OfficerClaimProps) {
  const [isOpen, setOpen] = useState(false)
  const { hasClaimed, name, personId } = officer
  const close = () => {
    setOpen(false)
    onIssued()
  }
  const label = hasClaimed ? '再发码' : '发认领码'
  return (
    <>
      <Press kind="plain" size="small" label={label} ariaLabel={`给${name}${label}`} onPress={() => setOpen(true)} />
      {isOpen && (
        <View className="officer-sheet">
          <Sheet title={`${name}的认领码`} onClose={close}>
            <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId }, options)} />
          </Sheet>
        </View>
      )}
    </>
  )
}
