import { helpReasons } from '#shared/assists/ids'
import { helpReasonWords } from '#shared/assists/words'
import { spacedName } from '#shared/members/ids'
import { Choice } from '../../../ui/Choice'
import { Ticks } from '../../../ui/Ticks'
import type { RollRow } from '../../parts/roll'
import type { HelpForm as Form } from './use-help-form'

interface HelpFormProps {
  readonly rows: readonly RollRow[]
  readonly form: Form
}

const seen = [{ value: 'seen', title: '我看见他们本人到场了' }]
const reasons = helpReasons.map((value) => ({ value, title: helpReasonWords[value] }))

export function HelpForm({ rows, form: { ticked, reason, isSeen, change } }: HelpFormProps) {
  return (
    <>
      <Ticks
        label="帮谁签到"
        rows={rows.map(({ memberId, name, groupName }) => ({
          value: memberId,
          title: spacedName(name),
          ...(groupName === undefined ? {} : { note: groupName }),
        }))}
        ticked={ticked}
        onChange={(next) => change({ ticked: next })}
      />
      <Choice label="为什么要帮？" options={reasons} value={reason} onChange={(next) => change({ reason: next })} />
      <Ticks label="本人在场吗？" rows={seen} ticked={isSeen ? ['seen'] : []} onChange={(next) => change({ isSeen: next.length > 0 })} />
    </>
  )
}
