import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

interface CloseSheetProps {
  readonly unit: { readonly unitId: string; readonly name: string }
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Says what closing means before it happens; whoever is still in it is named by the refusal. */
export function CloseSheet({ unit: { unitId, name }, onDone, onClose }: CloseSheetProps) {
  const closing = useCommand(api.organisation.closeUnit)
  const close = async () => {
    if ((await closing.run({ unitId })) !== undefined) onDone()
  }
  return (
    <Sheet title={`撤掉${name}？`} closeLabel="先不撤" onClose={onClose}>
      <View className="t-body">里面没有党员、下面没有别的组织才能撤。撤了记录还在，在这里任的职也停了。</View>
      <Failed command={closing} />
      <Press kind="danger" label="撤掉" isBusy={closing.isRunning} busyLabel="正在撤…" onPress={() => void close()} />
    </Sheet>
  )
}
