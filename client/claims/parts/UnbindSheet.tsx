import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

interface UnbindSheetProps {
  readonly personId: string
  readonly name: string
  readonly onClose: () => void
}

export function UnbindSheet({ personId, name, onClose }: UnbindSheetProps) {
  const unbind = useCommand(api.claims.unbind)
  const run = async () => {
    if ((await unbind.run({ personId })) !== undefined) onClose()
  }
  return (
    <Sheet title={`解绑${name}的手机？`} closeLabel="先不解绑" onClose={onClose}>
      <View className="t-body">{name}认过的手机都不再认得他，还没用的码也作废。他的记录都在。再认时发一个新码就行。</View>
      <Failed command={unbind} />
      <Press kind="danger" label="解绑" isBusy={unbind.isRunning} busyLabel="正在解绑…" onPress={() => void run()} />
    </Sheet>
  )
}
