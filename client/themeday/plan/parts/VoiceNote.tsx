import { View } from '@tarojs/components'
import { api } from '../../../kernel/api'
import { recorder } from '../../../kernel/recorder'
import { voiceOf } from '../../../kernel/theme-day-voice'
import { useCommand } from '../../../kernel/use-command'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Listen } from '../../../ui/Listen'
import { Press } from '../../../ui/Press'
import { longestSeconds, useRecording } from './use-recording'
import { useVoiceSending } from './use-voice-sending'
import { VoiceMade } from './VoiceMade'
import './voice-note.scss'

interface VoiceNoteProps {
  readonly themeDay: { readonly themeDayId: string; readonly voiceSeconds?: number }
  /** The recording is there, or gone: ask again. */
  readonly onChanged: () => void
}

/** The secretary says it in their own words: recorded, heard once more, and put on the theme day. */
export function VoiceNote({ themeDay, onChanged }: VoiceNoteProps) {
  const { themeDayId, voiceSeconds } = themeDay
  const { state, start, stop, drop } = useRecording()
  const sending = useVoiceSending()
  const removing = useCommand(api.themeday.setVoice)
  const problem = sending.refusal ?? removing.refusal
  const isUnreachable = sending.isUnreachable || removing.isUnreachable
  const again = () => {
    sending.reset()
    start()
  }
  const use = async () => {
    if (state.kind !== 'made' || (await sending.run({ themeDayId, recording: state.recording })) === undefined) return
    drop()
    onChanged()
  }
  const remove = async () => {
    if ((await removing.run({ themeDayId })) !== undefined) onChanged()
  }
  return (
    <Card>
      <View className="voice-note">
        <View className="t-body t-strong">录一段话</View>
        {state.kind === 'none' && voiceSeconds !== undefined && (
          <>
            <View className="t-body">{`已经录了，${voiceSeconds} 秒`}</View>
            <Listen kind="plain" label="听一遍" voice={voiceOf(themeDay)} />
          </>
        )}
        {state.kind === 'none' && <View className="t-note t-2">{noteOf(voiceSeconds)}</View>}
        {state.kind === 'asking' && <View className="t-body">要是问能不能用话筒，请点允许</View>}
        {state.kind === 'running' && (
          <>
            <View className="t-title">{`正在录 ${state.seconds} 秒`}</View>
            <Press kind="plain" icon="square" label="停" ariaLabel="录完了，停" onPress={stop} />
          </>
        )}
        {state.kind === 'made' && (
          <VoiceMade recording={state.recording} isSending={sending.isRunning} onUse={() => void use()} onAgain={again} />
        )}
        {state.kind === 'failed' && <View className="t-body">没录成。请看看话筒让不让用，再录一遍</View>}
        {recorder.canRecord && (state.kind === 'none' || state.kind === 'failed') && (
          <Press kind="plain" icon="mic" label={voiceSeconds === undefined && state.kind === 'none' ? '录一段' : '重录'} onPress={again} />
        )}
        {state.kind === 'none' && voiceSeconds !== undefined && (
          <Press kind="danger" label="拿掉录音" isBusy={removing.isRunning} busyLabel="正在拿掉…" onPress={() => void remove()} />
        )}
        <Failed command={{ refusal: problem, isUnreachable }} />
      </View>
    </Card>
  )
}

function noteOf(voiceSeconds: number | undefined): string {
  if (!recorder.canRecord) return '这里录不了音，请在手机上打开小程序来录'
  return voiceSeconds === undefined ? `最多 ${longestSeconds} 秒，说家乡话也行。党员点“听一听”就能听到` : '重录一段，会换掉这一段'
}
