import { View } from '@tarojs/components'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { type LateReason, lateReasons, themeDayTitle } from '#shared/themeday/ids'
import { lateCheckInWords } from '#shared/themeday/words'
import { type Answer, api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'

export type LateRow = Answer<'themeday', 'listLate'>['rows'][number]

interface LateSheetProps {
  readonly row: LateRow
  readonly now: number
  /** `sentBack`: it can still be taken back. */
  readonly onDone: (outcome: 'approved' | 'sentBack') => void
  readonly onClose: () => void
}

/** What the secretary says; the member reads it in the words of `lateReasonWords`. */
const noes: Readonly<Record<LateReason, string>> = { notThere: '没到场，不认', unclear: '记不清，让他来说一声' }

/** The tap is only a claim: whoever was in the room says whether it is true. */
export function LateSheet({ row, now, onDone, onClose }: LateSheetProps) {
  const { themeDayId, memberId, name } = row
  const approving = useCommand(api.themeday.approveLate)
  const sending = useCommand(api.themeday.sendBackLate)
  const isRunning = approving.isRunning || sending.isRunning
  const approve = async () => {
    if ((await approving.run({ themeDayId, memberId })) !== undefined) onDone('approved')
  }
  const sendBack = async (reason: LateReason) => {
    if ((await sending.run({ themeDayId, memberId, reason })) !== undefined) onDone('sentBack')
  }
  const failed = [approving, sending].find(({ refusal, isUnreachable }) => refusal !== undefined || isUnreachable)
  return (
    <Sheet title={`${name} 那天到了吗？`} closeLabel="先放着" onClose={onClose}>
      <View className="t-body">
        {themeDayTitle(row.month)}，{sayClaim(row, now)}
      </View>
      {failed !== undefined && <Failed command={failed} />}
      <Press
        kind="primary"
        label="到了，认下"
        isBusy={approving.isRunning}
        busyLabel="正在记…"
        disabled={isRunning}
        onPress={() => void approve()}
      />
      {lateReasons.map((reason) => (
        <Press key={reason} kind="plain" label={noes[reason]} disabled={isRunning} onPress={() => void sendBack(reason)} />
      ))}
    </Sheet>
  )
}

function sayClaim({ why, at, isClockSure }: LateRow, now: number): string {
  if (why !== undefined) return `想补签，说是“${lateCheckInWords[why]}”`
  return isClockSure ? `手机上 ${sayDayNear(at, now)} ${sayClock(at)} 点的签到` : '手机的钟不准，说不清几点点的'
}
