import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import type { LateRow } from './LateSheet'

interface TakeBackProps {
  readonly row: LateRow
  readonly onDone: () => void
}

/** A wrong tap on no is put right where it was made, until the page is left. */
export function TakeBack({ row: { themeDayId, memberId, name }, onDone }: TakeBackProps) {
  const approving = useCommand(api.themeday.approveLate)
  const approve = async () => {
    if ((await approving.run({ themeDayId, memberId })) !== undefined) onDone()
  }
  const button = (
    <Press
      kind="plain"
      size="small"
      label="改成认下"
      isBusy={approving.isRunning}
      busyLabel="正在改…"
      ariaLabel={`${name}，改成认下`}
      onPress={() => void approve()}
    />
  )
  return (
    <>
      <Card kind="list">
        <Row isStrong title={name} note="没认，已经告诉他了" answer={button} />
      </Card>
      <Failed command={approving} />
    </>
  )
}
