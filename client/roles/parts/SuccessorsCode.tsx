import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { IssuedCode } from '../../ui/IssuedCode'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { useMayIssue } from './use-seat'

interface SuccessorsCodeProps {
  readonly personId: string
  readonly name: string
}

/** The office is opened by a code from above alone: a phone that came by the old secretary's code is known no more. */
export function SuccessorsCode({ personId, name }: SuccessorsCodeProps) {
  const [isOpen, setOpen] = useState(false)
  const mayIssue = useMayIssue('secretary')
  return (
    <View className="no-print">
      <View className="t-body">
        {name}的手机要用新码认一次，才管得了这里。{mayIssue ? '他在跟前就现在认。' : '新码请县里发。'}
      </View>
      {mayIssue && <Press kind="plain" icon="qr-code" label={`给${name}发认领码`} onPress={() => setOpen(true)} />}
      {isOpen && (
        <Sheet title={`${name}的认领码`} onClose={() => setOpen(false)}>
          <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId }, options)} />
        </Sheet>
      )}
    </View>
  )
}
