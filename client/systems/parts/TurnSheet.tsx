import { useState } from 'react'
import { dayOf } from '#shared/kernel/day'
import { systemWords } from '#shared/systems/words'
import { type Answer, api } from '../../kernel/api'
import { now } from '../../kernel/clock'
import { useCommand } from '../../kernel/use-command'
import { Failed } from '../../ui/Failed'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'

export type SystemRow = Answer<'systems', 'list'>['rows'][number]

interface TurnSheetProps {
  readonly row: SystemRow
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The other way round from how it stands; one that has been on without a paper may first be written down as it is. */
export function TurnSheet({ row, onDone, onClose }: TurnSheetProps) {
  const [since, setSince] = useState(() => dayOf(now()))
  const [paper, setPaper] = useState('')
  const [isMissing, setMissing] = useState(false)
  const turning = useCommand(api.systems.turn)
  const stands = row.last?.isOn ?? row.isOn
  const turn = async (isOn: boolean) => {
    if (paper.trim() === '') return setMissing(true)
    if ((await turning.run({ system: row.system, isOn, since, document: paper })) !== undefined) onDone()
  }
  const mayStay = row.last === undefined && stands
  return (
    <Sheet title={systemWords[row.system]} onClose={onClose}>
      <Field label="从哪天起" kind="date" value={since} onChange={setSince} />
      <Field
        label="依据哪份文件"
        placeholder="如：青组发〔2026〕3号"
        maxLength={60}
        value={paper}
        onChange={(words) => {
          setPaper(words)
          setMissing(false)
        }}
        problem={isMissing ? '请写上文号，或者哪次会定的' : undefined}
      />
      <Failed command={turning} />
      {mayStay && (
        <Press kind="primary" label="就照现在开着" isBusy={turning.isRunning} busyLabel="正在记…" onPress={() => void turn(true)} />
      )}
      <Press
        kind={mayStay ? 'plain' : 'primary'}
        label={stands ? '停用' : '开通'}
        isBusy={turning.isRunning}
        busyLabel="正在记…"
        onPress={() => void turn(!stands)}
      />
    </Sheet>
  )
}
