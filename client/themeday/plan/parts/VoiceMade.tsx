import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { Recording } from '../../../kernel/ports'
import { Listen } from '../../../ui/Listen'
import { Press } from '../../../ui/Press'
import { secondsOf } from './use-voice-sending'

interface VoiceMadeProps {
  readonly recording: Recording
  readonly isSending: boolean
  readonly onUse: () => void
  readonly onAgain: () => void
}

/** Recorded and not yet sent: nobody hears it before who spoke it has said so. */
export function VoiceMade({ recording, isSending, onUse, onAgain }: VoiceMadeProps) {
  const voice = useMemo(() => ({ load: async () => recording.address }), [recording])
  return (
    <>
      <View className="t-body">{`录好了，${secondsOf(recording)} 秒`}</View>
      <Listen kind="plain" label="听一遍" voice={voice} />
      <Press kind="plain" icon="check" label="用这段" isBusy={isSending} busyLabel="正在传…" onPress={onUse} />
      <Press kind="plain" icon="mic" label="重录" disabled={isSending} onPress={onAgain} />
    </>
  )
}
