import { View } from '@tarojs/components'
import { type HardshipReply, hardshipReplies } from '#shared/dues/ids'
import { hardshipReplyWords, sayMoney } from '#shared/dues/words'
import { fen } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { sayShortDay } from '../../parts/collecting'
import { sayYearMonth } from '../../parts/year-month'
import type { HardshipRequest } from './town-dues'

interface HardshipSheetProps {
  readonly request: HardshipRequest
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What the branch asks for one member (article 7): agreed, or sent back with a word. Why they are in need is not written anywhere. */
export function HardshipSheet({ request, onDone, onClose }: HardshipSheetProps) {
  const { hardshipId, branchName, name, from, to, normalFen, monthlyFen, metOn, askedBy } = request
  const deciding = useCommand(api.dues.decideHardship)
  const decide = async (reply?: HardshipReply) => {
    if ((await deciding.run({ hardshipId, ...(reply === undefined ? {} : { reply }) })) !== undefined) onDone()
  }
  const wish = monthlyFen === 0 ? '免交' : `只交 ${sayMoney(fen(monthlyFen))}`
  return (
    <Sheet title={`${name}，${monthlyFen === 0 ? '免交党费' : '少交党费'}`} closeLabel="先不办" onClose={onClose}>
      <View className="t-body">
        {branchName}。{sayYearMonth(from)}到{sayYearMonth(to)}，原来每月 {sayMoney(fen(normalFen))}，想{wish}
      </View>
      <View className="t-note t-2">
        支部 {sayShortDay(metOn)}研究过，{askedBy}报的。办完就看不到了
      </View>
      <Failed command={deciding} />
      <Press kind="primary" label="批准" isBusy={deciding.isRunning} busyLabel="正在记…" onPress={() => void decide()} />
      {hardshipReplies.map((reply) => (
        <Press
          key={reply}
          kind="plain"
          label={hardshipReplyWords[reply]}
          disabled={deciding.isRunning}
          onPress={() => void decide(reply)}
        />
      ))}
    </Sheet>
  )
}
