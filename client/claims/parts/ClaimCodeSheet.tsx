import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { IssuedCode } from '../../ui/IssuedCode'
import { Sheet } from '../../ui/Sheet'

interface ClaimCodeSheetProps {
  readonly personId: string
  readonly name: string
  /** Whoever uses the code is no longer known on their other phones. */
  readonly isForNewPhone?: boolean
  readonly onClose: () => void
}

/** A member's code, held up until it is put away. */
export function ClaimCodeSheet({ personId, name, isForNewPhone = false, onClose }: ClaimCodeSheetProps) {
  const replaces = isForNewPhone ? { replaces: true as const } : {}
  return (
    <Sheet title={`${name}的认领码`} onClose={onClose}>
      <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId, ...replaces }, options)}>
        {isForNewPhone && <View className="t-body">新手机用了这个码，旧手机就不再认得{name}</View>}
      </IssuedCode>
    </Sheet>
  )
}
