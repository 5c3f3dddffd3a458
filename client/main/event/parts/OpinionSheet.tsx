import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { ThemeDay } from '../../parts/held'

interface OpinionSheetProps {
  readonly themeDay: ThemeDay
  readonly onDone: () => void
  readonly onClose: () => void
}

/** One sentence about the topics, also from those who cannot come; it may be changed until the book is closed. */
export function OpinionSheet({ themeDay: { themeDayId, topic, opinion }, onDone, onClose }: OpinionSheetProps) {
  const [words, setWords] = useState(opinion ?? '')
  const { run, isRunning, refusal, isUnreachable } = useCommand(api.themeday.giveOpinion)
  const line = words.trim()
  const say = async () => {
    if ((await run({ themeDayId, words: line })) !== undefined) onDone()
  }
  return (
    <Sheet title="对议题说句话" closeLabel="先不说" onClose={onClose}>
      <Field
        label={topic}
        kind="area"
        lines={3}
        value={words}
        onChange={setWords}
        maxLength={100}
        hint="写进这次党日的登记表，归档前都能改"
      />
      <Failed command={{ refusal, isUnreachable }} />
      <Press
        kind="primary"
        label={line === '' ? '先写上一句' : '就说这句'}
        disabled={line === ''}
        isBusy={isRunning}
        busyLabel="正在记…"
        onPress={() => void say()}
      />
    </Sheet>
  )
}
