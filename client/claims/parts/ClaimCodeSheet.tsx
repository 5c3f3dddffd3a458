import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Sheet } from '../../ui/Sheet'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimCode } from './ClaimCode'

interface ClaimCodeSheetProps {
  readonly personId: string
  readonly name: string
  /** Whoever uses the code is no longer known on their other phones. */
  readonly isForNewPhone?: boolean
  readonly onClose: () => void
}

/** Issues a code as it opens: asking again gives the same one while it still runs. */
export function ClaimCodeSheet({ personId, name, isForNewPhone = false, onClose }: ClaimCodeSheetProps) {
  const { run, refusal, isUnreachable } = useCommand(api.claims.issue)
  const [issued, setIssued] = useState<Answer<'claims', 'issue'>>()
  const ask = useCallback(
    () => void run({ personId, ...(isForNewPhone ? { replaces: true } : {}) }).then(setIssued),
    [run, personId, isForNewPhone],
  )
  useEffect(ask, [ask])
  return (
    <Sheet title={`${name}的认领码`} onClose={onClose}>
      {issued !== undefined ? (
        <>
          {isForNewPhone && <View className="t-body">新手机用了这个码，旧手机就不再认得{name}</View>}
          <ClaimCode {...issued} />
        </>
      ) : refusal !== undefined || isUnreachable ? (
        <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
      ) : (
        <Skeleton isSlow={false} lines={4} />
      )}
    </Sheet>
  )
}
