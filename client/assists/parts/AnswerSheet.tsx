import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Verdict, verdicts } from '#shared/assists/ids'
import { deedWords, helpReasonWords } from '#shared/assists/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import { type ObjectionRow, sayWhen } from './deed'

interface AnswerSheetProps {
  readonly row: ObjectionRow
  readonly now: number
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What the officer says; the member reads it in the words of `verdictWords`. */
const titles: Readonly<Record<Verdict, string>> = { stands: '问过了，办得没错', undone: '他说得对，不该记' }
const options = verdicts.map((verdict) => ({ value: verdict, title: titles[verdict] }))

/** Asked of both before it is answered; once given, an answer stays. */
export function AnswerSheet({ row, now, onDone, onClose }: AnswerSheetProps) {
  const [verdict, setVerdict] = useState<Verdict>()
  const [note, setNote] = useState('')
  const answering = useCommand(api.assists.answerObjection)
  const answer = async () => {
    const said = note.trim()
    const given = verdict && { assistId: row.assistId, verdict, ...(said === '' ? {} : { note: said }) }
    if (given !== undefined && (await answering.run(given)) !== undefined) onDone()
  }
  return (
    <Sheet title={`给 ${row.memberName} 回话`} closeLabel="先放着" onClose={onClose}>
      <View className="t-body">
        {deedWords[row.deed]}，{row.helperName}替他点的，{sayWhen(row.doneAt, now)}，因为：{helpReasonWords[row.helpReason]}
      </View>
      {row.isOwn ? (
        <View className="t-body t-strong">这是您自己替人办的，请镇里来回话</View>
      ) : (
        <>
          <Choice label="问过双方了吗？" options={options} value={verdict} onChange={setVerdict} />
          {verdict === 'undone' && <View className="t-note t-2">签到表上的记录还在，改记录要另外办</View>}
          <Field label="再说一句（可不写）" value={note} onChange={setNote} maxLength={60} />
          <Failed command={answering} />
          <Press
            kind="primary"
            label={verdict === undefined ? '请先选一个' : '回话'}
            disabled={verdict === undefined}
            isBusy={answering.isRunning}
            busyLabel="正在记…"
            onPress={() => void answer()}
          />
        </>
      )}
    </Sheet>
  )
}
