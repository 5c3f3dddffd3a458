import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { OfficerOnly } from '../parts/OfficerOnly'
import { useBook } from '../parts/use-approvals'
import { useIsOfficer } from '../parts/use-is-officer'
import { BookSettings } from './parts/BookSettings'
import { NextStep, useLack } from './parts/NextStep'
import { StartPage } from './parts/StartPage'

/** 党费怎么记: what a branch sets once. Before that, from which month. */
export default function DuesSettings() {
  const isOfficer = useIsOfficer()
  const query = useBook()
  const known = isOfficer ? query.data : undefined
  const book = known?.book
  const lack = useLack(book)
  if (known !== undefined && book === undefined) return <StartPage rounding={known.rounding} onStarted={query.refresh} />
  return (
    <Page title="党费怎么记" foot={book && lack && <NextStep {...{ lack, book }} onChanged={query.refresh} />}>
      <OfficerOnly>
        <Answered query={query} lines={6}>
          {({ rounding }) => book && <BookSettings book={book} rounding={rounding} onChanged={query.refresh} />}
        </Answered>
      </OfficerOnly>
    </Page>
  )
}
