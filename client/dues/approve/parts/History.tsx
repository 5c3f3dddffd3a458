import { View } from '@tarojs/components'
import { changeReasonWords, clauseWords, sayWhy } from '#shared/dues/words'
import { dayOf, sayMonth } from '#shared/kernel/day'
import { fen } from '#shared/kernel/fen'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { type ApprovalRow, type ApprovalView, lastOf, sayKindAmount } from '../../parts/approval-row'
import { sayShortDay } from '../../parts/collecting'

/** What was set last, and the article it stands on. */
export function WhatHolds({ row }: { readonly row: ApprovalRow }) {
  const approval = lastOf(row)
  if (approval === undefined) return null
  const { kind, monthlyFen, from, clause } = approval
  return (
    <Card>
      <View className="t-body t-strong">{sayWhy(kind, fen(monthlyFen), from)}</View>
      <View className="t-note t-2">{clauseWords[clause]}</View>
    </Card>
  )
}

/** Everything that was set in the year, the latest first: who, when, and why anew. */
export function History({ approvals }: { readonly approvals: readonly ApprovalView[] }) {
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        这一年核定过的
      </View>
      <Card kind="list">
        {[...approvals].reverse().map((approval) => (
          <Row
            key={approval.at}
            title={`${sayMonth(approval.from)}起，${sayKindAmount(approval)} 元`}
            note={`${[approval.reason === undefined ? '' : `${changeReasonWords[approval.reason]}，`, approval.by].join('')} ${sayShortDay(dayOf(approval.at))}定的`}
          />
        ))}
      </Card>
    </>
  )
}
