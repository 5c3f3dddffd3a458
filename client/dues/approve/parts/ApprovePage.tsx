import { useState } from 'react'
import type { Rounding } from '#shared/dues/ids'
import type { MonthKey } from '#shared/kernel/day'
import { sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { back } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import type { ApprovalRow, Book } from '../../parts/approval-row'
import { ApproveFields } from './ApproveFields'
import { type ApproveForm, approveFormOf, gapOf, monthlyOf } from './approve-form'
import { History, WhatHolds } from './History'
import { Matters } from './Matters'

interface ApprovePageProps {
  readonly row: ApprovalRow
  readonly year: string
  /** first month of the year's approval */
  readonly first: MonthKey
  readonly book: Book
  readonly rounding: Rounding
  readonly onChanged: () => void
}

/** One member's amount. What is set already is shown, and asked for again only by whoever wants to change it. */
export function ApprovePage({ row, year, first, book, rounding, onChanged }: ApprovePageProps) {
  const { memberId, name, approvals } = row
  const isChange = approvals.length > 0
  const [isAsked, ask] = useState(!isChange)
  const [form, setForm] = useState<ApproveForm>(() => approveFormOf(row, first, now()))
  const approving = useCommand(api.dues.approve)
  const gap = gapOf(form, book, isChange)
  const monthly = monthlyOf(form, book)
  const approve = async () => {
    const { kind, from, reason } = form
    if (kind === undefined || monthly === undefined) return
    const because = isChange && reason !== undefined ? { reason } : {}
    if ((await approving.run({ memberId, from, kind, monthlyFen: monthly, ...because })) !== undefined) back()
  }
  return (
    <Page
      title={spacedName(name)}
      note={`${year}年党费核定`}
      foot={
        isAsked ? (
          <>
            <Failed command={approving} />
            <Press
              kind="primary"
              label={gap ?? `核定每月 ${monthly === undefined ? '' : sayYuan(monthly)} 元`}
              disabled={gap !== undefined}
              isBusy={approving.isRunning}
              busyLabel="正在定…"
              onPress={() => void approve()}
            />
          </>
        ) : (
          <Press kind="primary" icon="pencil" label="改每月交多少" onPress={() => ask(true)} />
        )
      }
    >
      {isChange && <WhatHolds row={row} />}
      {isAsked && (
        <ApproveFields
          {...{ form, book, rounding, first, isChange }}
          onChange={(next) => {
            approving.reset()
            setForm(next)
          }}
        />
      )}
      <Matters row={row} year={year} book={book} onChanged={onChanged} />
      {isChange && <History approvals={approvals} />}
    </Page>
  )
}
