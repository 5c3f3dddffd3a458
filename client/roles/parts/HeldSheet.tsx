import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleWords } from '#shared/organisation/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { IssuedCode } from '../../ui/IssuedCode'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import type { HeldRow } from './held'
import { useMayIssue } from './use-seat'
import './roles.scss'

interface HeldSheetProps {
  readonly row: HeldRow
  readonly onClose: () => void
}

/** What can be done about an office: a code for a phone, or taking it back, which is asked once more. */
export function HeldSheet({ row, onClose }: HeldSheetProps) {
  const [step, setStep] = useState<'choose' | 'code' | 'revoke'>('choose')
  const mayIssue = useMayIssue(row.role)
  if (step === 'code') {
    return (
      <Sheet title={`${row.name}的认领码`} onClose={onClose}>
        <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId: row.personId }, options)} />
      </Sheet>
    )
  }
  if (step === 'revoke') return <RevokeSheet row={row} onClose={onClose} />
  return (
    <Sheet title={`${row.name} · ${roleWords[row.role]}`} onClose={onClose}>
      <View className="roles-steps">
        {row.mayRevoke ? (
          <>
            {mayIssue && (
              <Press kind="plain" icon="qr-code" label={row.hasClaimed ? '再发一个认领码' : '发认领码'} onPress={() => setStep('code')} />
            )}
            <Press kind="danger" label="收回这个身份" onPress={() => setStep('revoke')} />
          </>
        ) : (
          <View className="t-body">这个身份不归您定，要改请打给上一级。</View>
        )}
      </View>
    </Sheet>
  )
}

function RevokeSheet({ row, onClose }: HeldSheetProps) {
  const { run, isRunning, refusal, isUnreachable } = useCommand(api.roles.revoke)
  const revoke = async () => {
    if ((await run({ grantId: row.grantId })) !== undefined) onClose()
  }
  return (
    <Sheet title={`收回${row.name}的${roleWords[row.role]}？`} onClose={onClose} closeLabel="先不收">
      <View className="roles-steps">
        <View className="t-body">收回以后，他的手机上马上看不到这些事。{row.isMember ? '他还是党员，别的都不变。' : ''}</View>
        <Failed command={{ refusal, isUnreachable }} />
        <Press kind="primary" label="收回" isBusy={isRunning} busyLabel="正在收回…" onPress={() => void revoke()} />
      </View>
    </Sheet>
  )
}
