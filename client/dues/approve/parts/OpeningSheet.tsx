import { View } from '@tarojs/components'
import { useState } from 'react'
import { selfWord } from '#shared/dues/words'
import { dayOf, shiftMonth } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { Book } from '../../parts/approval-row'
import { sayShortDay } from '../../parts/collecting'
import { MonthField } from '../../parts/MonthField'
import { sayOpening } from '../../parts/say-opening'
import type { MatterSheetProps } from './Matters'
import { sayOpeningState } from './say-matters'

type OpeningSheetProps = MatterSheetProps & { readonly book: Book }

/** The one line out of the book of paper: written by one, signed by another, and then left as it is. */
export function OpeningSheet(props: OpeningSheetProps) {
  const { row, book, onClose } = props
  const { opening } = row
  if (opening?.signedBy === undefined && book.openingEndsAt !== undefined) {
    return <OpeningForm {...props} openingEndsAt={book.openingEndsAt} />
  }
  return (
    <Sheet title={`${row.name}，纸质册一行`} onClose={onClose}>
      <View className="t-body">{opening === undefined ? '没有记' : sayOpening(opening)}</View>
      <View className="t-body t-2">
        {opening?.signedBy === undefined ? '记的时间过了，以前的见纸质党费册' : `${sayOpeningState(row)}，不能再改`}
      </View>
    </Sheet>
  )
}

function OpeningForm({ row, book, openingEndsAt, onDone, onClose }: OpeningSheetProps & { readonly openingEndsAt: number }) {
  const { memberId, name, opening } = row
  const [paidThrough, setPaidThrough] = useState(opening?.paidThrough)
  const [written, setWritten] = useState({ book: opening?.book ?? '', page: opening?.page ?? '', paidBy: opening?.paidBy ?? selfWord })
  const entering = useCommand(api.dues.enterOpening)
  const line = { book: written.book.trim(), page: written.page.trim(), paidBy: written.paidBy.trim() }
  const isWhole = paidThrough !== undefined && Object.values(line).every((words) => words !== '')
  const enter = async () => {
    if (paidThrough !== undefined && (await entering.run({ memberId, paidThrough, ...line })) !== undefined) onDone()
  }
  const field = (part: keyof typeof written) => ({
    value: written[part],
    onChange: (next: string) => setWritten({ ...written, [part]: next }),
  })
  const { startMonth } = book
  return (
    <Sheet title={`${name}，纸质册一行`} closeLabel="不记了" onClose={onClose}>
      <View className="t-body">照纸质党费册写一行，再由另一位核对签名，签了才算数。{sayShortDay(dayOf(openingEndsAt))}以前都可以记</View>
      <MonthField
        label="交到哪个月？"
        value={paidThrough}
        from={shiftMonth(startMonth, -24)}
        to={shiftMonth(startMonth, 12)}
        onChange={setPaidThrough}
      />
      <Field label="哪一册" maxLength={20} placeholder="如：第三册" {...field('book')} />
      <Field label="哪一页" maxLength={10} placeholder="如：12 页" {...field('page')} />
      <Field label="谁交的" maxLength={20} placeholder="如：女儿张敏" {...field('paidBy')} />
      <View className="t-note t-2">这里不记多少钱，也不开收据</View>
      <Failed command={entering} />
      <Press
        kind="primary"
        label={isWhole ? '记这一行' : '请写全这一行'}
        disabled={!isWhole}
        isBusy={entering.isRunning}
        busyLabel="正在记…"
        onPress={() => void enter()}
      />
    </Sheet>
  )
}
