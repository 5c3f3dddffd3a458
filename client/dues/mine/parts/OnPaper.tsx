import { yearOf } from '#shared/dues/ids'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { sayOpening } from '../../parts/say-opening'
import { sayYearMonth } from '../../parts/year-month'
import type { MyDues } from './use-my-dues'

/** What lies in the book of paper: the line that was taken over from it, or only from when on it is here. */
export function OnPaper({ dues: { year, startMonth, opening } }: { readonly dues: MyDues }) {
  if (startMonth === undefined || year > yearOf(startMonth)) return null
  const signed = opening?.signedBy === undefined ? '等第二个人核对' : `${opening.by}记，${opening.signedBy}核对`
  const note = opening === undefined ? undefined : `${sayOpening(opening)}。${signed}`
  return (
    <Card kind="list">
      <Row icon="file-text" title={`${sayYearMonth(startMonth)}以前，见纸质党费册`} note={note} />
    </Card>
  )
}
