import { View } from '@tarojs/components'
import { useState } from 'react'
import { payWayWords } from '#shared/dues/words'
import { sayClock, sayDay } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { sayShortDay } from '../../parts/collecting'
import { fenTyped, problemTyped } from '../../parts/typed-yuan'
import type { HandIn } from './town-dues'

interface ReceiveSheetProps {
  readonly handIn: HandIn
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The money is counted: it is as it was written, or the difference is named. */
export function ReceiveSheet({ handIn, onDone, onClose }: ReceiveSheetProps) {
  const [differs, setDiffers] = useState(false)
  const { lineId, branchName, fen: sent, words, day, days = [], way, largeFen = 0, received } = handIn
  const receiving = useCommand(api.dues.receiveHandIn)
  const receive = async (got: number, note?: string) => {
    if ((await receiving.run({ lineId, fen: got, ...(note === undefined ? {} : { note }) })) !== undefined) onDone()
  }
  return (
    <Sheet title={`${branchName} ${sayYuan(fen(sent))} 元`} onClose={onClose}>
      <View className="t-body">
        {words} {sayShortDay(day)}送的{way !== undefined && `，${payWayWords[way]}`}。{days.map(sayShortDay).join('、')}收的
      </View>
      {largeFen > 0 && <View className="t-body">里面有 {sayYuan(fen(largeFen))} 元是大额党费，要全数转到中央</View>}
      {received !== undefined && (
        <View className="t-body">
          {sayDay(received.at)} {sayClock(received.at)} 点过，是 {sayYuan(fen(received.fen))} 元
          {received.note !== undefined && `：${received.note}`}
        </View>
      )}
      <Failed command={receiving} />
      {differs ? (
        <Difference isBusy={receiving.isRunning} onSay={(got, note) => void receive(got, note)} />
      ) : (
        <>
          <Press
            kind="primary"
            label="收到了，数目对"
            isBusy={receiving.isRunning}
            busyLabel="正在记…"
            onPress={() => void receive(sent)}
          />
          <Press kind="plain" label="数目不对" onPress={() => setDiffers(true)} />
        </>
      )}
    </Sheet>
  )
}

interface DifferenceProps {
  readonly isBusy: boolean
  readonly onSay: (got: number, note: string) => void
}

function Difference({ isBusy, onSay }: DifferenceProps) {
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const got = fenTyped(typed)
  const isWhole = got !== undefined && note.trim() !== ''
  return (
    <>
      <Field label="点出来多少元" kind="yuan" value={typed} onChange={setTyped} maxLength={12} problem={problemTyped(typed)} />
      <Field label="差在哪里" value={note} onChange={setNote} maxLength={60} hint="支部看得到，好去找" />
      <Press
        kind="primary"
        label={isWhole ? '告诉支部' : '请写数目、差在哪里'}
        disabled={!isWhole}
        isBusy={isBusy}
        busyLabel="正在记…"
        onPress={() => got !== undefined && onSay(got, note.trim())}
      />
    </>
  )
}
