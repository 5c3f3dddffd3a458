import { View } from '@tarojs/components'
import { useState } from 'react'
import { deedWords, helpReasonWords, objectionWords, verdictWords } from '#shared/assists/words'
import { useNow } from '../../kernel/clock'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Press } from '../../ui/Press'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'
import { type HelpedRow, sayWhen } from './deed'
import { ObjectSheet } from './ObjectSheet'

interface HelpedListProps {
  readonly rows: readonly HelpedRow[]
  readonly onObjected: () => void
}

/** Each with what can be said about it: 不是我, once; then what became of that. */
export function HelpedList({ rows, onObjected }: HelpedListProps) {
  const now = useNow()
  const [open, setOpen] = useState<HelpedRow>()
  const finish = () => {
    setOpen(undefined)
    onObjected()
  }
  if (rows.length === 0) return <Empty icon="user-check" words="没有人替您办过事" />
  return (
    <>
      <Card kind="list">
        {rows.map((row) => (
          <Row
            key={row.assistId}
            isStrong
            title={deedWords[row.deed]}
            note={<Note row={row} now={now} />}
            answer={<Said row={row} now={now} onObject={() => setOpen(row)} />}
          />
        ))}
      </Card>
      {open !== undefined && <ObjectSheet row={open} now={now} onDone={finish} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Note({ row: { by, at, reason, objection }, now }: { readonly row: HelpedRow; readonly now: number }) {
  return (
    <>
      <View>
        {by}替您点的，{sayWhen(at, now)}
      </View>
      <View>为什么：{helpReasonWords[reason]}</View>
      {objection !== undefined && <View>您说：{objectionWords[objection.reason]}</View>}
      {objection !== undefined && objection.state !== 'waiting' && <View>回话：{verdictWords[objection.state]}</View>}
      {objection?.note !== undefined && <View>{objection.note}</View>}
    </>
  )
}

interface SaidProps {
  readonly row: HelpedRow
  readonly now: number
  readonly onObject: () => void
}

function Said({ row, now, onObject }: SaidProps) {
  const { objection } = row
  if (objection?.state === 'waiting') return <StatusTag tone="pending" icon="clock" word="等回话" />
  if (objection !== undefined) return <StatusTag tone="info" icon="check" word="有回话了" />
  const label = `${deedWords[row.deed]}，${sayWhen(row.at, now)}，不是我`
  return <Press kind="plain" size="small" label="不是我" ariaLabel={label} onPress={onObject} />
}
