import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { isOfEarlierQuarter } from '#shared/dues/approving'
import { kindWords } from '#shared/dues/words'
import { monthOf, sayMonth } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { go } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { roleOf } from '../../../ui/aria'
import { Failed } from '../../../ui/Failed'
import { Icon } from '../../../ui/Icon'
import { Press } from '../../../ui/Press'
import { Tappable } from '../../../ui/Tappable'
import { Amount } from '../../parts/Amount'
import { type ApprovalRow, type ApprovalView, type Book, lastOf, type Offer, offerOf, sayKindAmount } from '../../parts/approval-row'

interface ApprovalLineProps {
  readonly row: ApprovalRow
  readonly year: string
  readonly book: Book
  readonly onApproved: () => void
}

/** One member: the name opens everything about the amount, the button takes what is at hand. */
export function ApprovalLine({ row, year, book, onApproved }: ApprovalLineProps) {
  const { memberId, name, groupName } = row
  const approving = useCommand(api.dues.approve)
  // Until the list was read again, so that a second tap does not ask for a change.
  const [given, setGiven] = useState<ApprovalView>()
  const approval = lastOf(row) ?? given
  const offer = offerOf(row, book)
  // Of the year that runs; one that is over is not worked out anew.
  const month = [monthOf(now()), `${year}-12`].sort()[0] ?? ''
  const take = async ({ from, kind, monthlyFen }: Offer) => {
    const answer = await approving.run({ memberId, from, kind, monthlyFen })
    if (answer === undefined) return
    setGiven(answer.approval)
    onApproved()
  }
  return (
    <View className="due-item" {...roleOf('listitem')}>
      <View className="due-line">
        <Tappable className="due-who" onPress={() => go('approve', { memberId, year })}>
          <View className="due-name">
            <Text className="t-title">{spacedName(name)}</Text>
            {groupName !== undefined && <Text className="t-note t-2">{groupName}</Text>}
          </View>
          <View className="t-note t-2">{approval === undefined ? sayOffer(offer) : sayApproved(approval, row.approvals.length)}</View>
          {approval !== undefined && isOfEarlierQuarter(approval, month) && <View className="t-note t-pending">换了季度，该重新算</View>}
        </Tappable>
        <View className="due-what">
          {approval !== undefined ? (
            <>
              <Amount value={approval.monthlyFen} />
              <View className="due-done t-ok">
                <Icon name="check" size={20} />
                <Text>定了</Text>
              </View>
            </>
          ) : (
            offer && (
              <Press
                kind="plain"
                size="small"
                label={offer.isLastYears ? '照去年定' : sayKindAmount(offer)}
                ariaLabel={`${name}，${offer.isLastYears ? '照去年定，' : ''}${sayKindAmount(offer)} 元`}
                isBusy={approving.isRunning}
                busyLabel="正在定…"
                onPress={() => void take(offer)}
              />
            )
          )}
        </View>
      </View>
      <Failed command={approving} />
    </View>
  )
}

/** What farmers pay the branch may have set anew since last year: it is the branch's amount that one tap sets. */
function sayOffer(offer: Offer | undefined): string {
  if (!offer?.isLastYears) return '还没核定'
  return offer.kind === 'farmer' ? `去年 务农，支部定 ${sayYuan(fen(offer.monthlyFen))}` : `去年 ${sayKindAmount(offer)}`
}

/** `离退休，1月起`, `离退休，7月起，改过 1 次` */
function sayApproved({ kind, from }: ApprovalView, times: number): string {
  return [kindWords[kind], `${sayMonth(from)}起`, ...(times > 1 ? [`改过 ${times - 1} 次`] : [])].join('，')
}
