import { View } from '@tarojs/components'
import { api, ask } from '../../../kernel/api'
import { type Person, useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'

interface TakeOffSheetProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Which of the two it is matters: a wrong person is told to the secretary, because their code went to somebody else. */
export function TakeOffSheet({ person: { personId, name }, onClose }: TakeOffSheetProps) {
  const { refresh } = useSession()
  const notMe = useCommand(api.claims.notMe)
  // Asked as the person it is about, who need not be the one who acts now.
  const letGo = useCommand((input: object, { requestId = '' }) => ask('session.letGo', input, requestId, personId))
  const isRunning = notMe.isRunning || letGo.isRunning
  const refusal = notMe.refusal ?? letGo.refusal
  const isUnreachable = notMe.isUnreachable || letGo.isUnreachable
  const after = async (done: unknown) => {
    if (done === undefined) return
    await refresh()
    onClose()
  }
  return (
    <Sheet title={`把${name}从这部手机上拿掉？`} closeLabel="不拿掉" onClose={onClose}>
      <View className="t-body t-2">拿掉以后，要有支书发的新码才能再认</View>
      <Failed command={{ refusal, isUnreachable }} />
      <Press kind="danger" label={`认错了，我不是${name}`} disabled={isRunning} onPress={() => void notMe.run({ personId }).then(after)} />
      <Press kind="danger" label={`${name}不用这部手机了`} disabled={isRunning} onPress={() => void letGo.run({}).then(after)} />
    </Sheet>
  )
}
