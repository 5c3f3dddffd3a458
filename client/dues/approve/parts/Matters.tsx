import { useState } from 'react'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { ArrangeSheet } from '../../parts/ArrangeSheet'
import type { ApprovalRow, Book } from '../../parts/approval-row'
import { HardshipSheet } from './HardshipSheet'
import { OpeningSheet } from './OpeningSheet'
import { sayArrangement, sayHardship, sayOpeningState } from './say-matters'

interface MattersProps {
  readonly row: ApprovalRow
  readonly year: string
  readonly book: Book
  readonly onChanged: () => void
}

/** What holds beside the amount: how somebody pays, what the book of paper says, and hardship. */
export function Matters({ row, year, book, onChanged }: MattersProps) {
  const [asked, ask] = useState<'arrangement' | 'opening' | 'hardship'>()
  const close = () => ask(undefined)
  const sheet = {
    row,
    onDone: () => {
      close()
      onChanged()
    },
    onClose: close,
  }
  const hasOpening = row.opening !== undefined || book.openingEndsAt !== undefined
  return (
    <>
      <Card kind="list">
        <Row title="按季交、出国、先不催" note={sayArrangement(row)} onPress={() => ask('arrangement')} />
        {hasOpening && <Row title="纸质册一行" note={sayOpeningState(row)} onPress={() => ask('opening')} />}
        <Row title="困难减免" note={sayHardship(row)} onPress={() => ask('hardship')} />
      </Card>
      {asked === 'arrangement' && <ArrangeSheet {...sheet} />}
      {asked === 'opening' && <OpeningSheet {...sheet} book={book} />}
      {asked === 'hardship' && <HardshipSheet {...sheet} year={year} book={book} />}
    </>
  )
}

/** What each sheet of this page is given. */
export interface MatterSheetProps {
  readonly row: ApprovalRow
  readonly onDone: () => void
  readonly onClose: () => void
}
