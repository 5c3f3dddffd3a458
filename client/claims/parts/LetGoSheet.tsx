import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { restart } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { type OwnDevice, sayKind } from './DeviceRow'

interface LetGoSheetProps {
  readonly row: OwnDevice
  readonly onClose: () => void
}

/** Said before it is done: coming back takes a new code. */
export function LetGoSheet({ row, onClose }: LetGoSheetProps) {
  const { refresh } = useSession()
  const letGo = useCommand(api.session.letGo)
  const { deviceKey, isThis } = row
  const go = async () => {
    const done = await letGo.run({ deviceKey })
    if (done === undefined) return
    if (!isThis) return onClose()
    await refresh()
    restart('claim')
  }
  return (
    <Sheet title={isThis ? '在这部手机上退出？' : `不再认得那部手机（${sayKind(row)}）？`} closeLabel="先不动" onClose={onClose}>
      <View className="t-body">{isThis ? '这部手机就不再认得您。' : '那部手机就打不开您的页面了，最晚一分钟。'}再认要有支书发的新码。</View>
      <Failed command={letGo} />
      <Press kind="danger" label={isThis ? '退出' : '不再认得它'} isBusy={letGo.isRunning} busyLabel="正在改…" onPress={() => void go()} />
    </Sheet>
  )
}
