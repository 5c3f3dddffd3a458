/** 请您核对: what the branch asks its second pair of eyes to look at. Sums and receipts, and nobody's rate. */
import { useState } from 'react'
import { type Answer, api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { sayShortDay } from '../parts/collecting'
import { CheckFoot } from './parts/CheckFoot'
import { DayToCheck } from './parts/DayToCheck'
import { Openings } from './parts/Openings'

export default function CheckPage() {
  const query = useQuery('dues.listToCheck', () => api.dues.listToCheck({}))
  const [closedDay, setClosedDay] = useState<string>()
  const [day] = daysOf(query.data)
  const closed = (which: string) => {
    setClosedDay(which)
    query.refresh()
  }
  return (
    <Page
      title="请您核对"
      note="支部请您做党费的第二双眼睛"
      isNoteExtra
      footOn="white"
      foot={day !== undefined && <CheckFoot key={day.day} day={day} onClosed={closed} onChanged={query.refresh} />}
    >
      <Answered query={query} lines={6}>
        {(toCheck) => <ToCheck toCheck={toCheck} closedDay={closedDay} onSigned={query.refresh} />}
      </Answered>
    </Page>
  )
}

type ListToCheck = Answer<'dues', 'listToCheck'>

/** The oldest first: it has waited longest, and one is closed at a time. */
function daysOf(toCheck: ListToCheck | undefined) {
  return [...(toCheck?.days ?? [])].sort((a, b) => (a.day < b.day ? -1 : 1))
}

interface ToCheckProps {
  readonly toCheck: ListToCheck
  readonly closedDay: string | undefined
  readonly onSigned: () => void
}

function ToCheck({ toCheck, closedDay, onSigned }: ToCheckProps) {
  const [day, ...others] = daysOf(toCheck)
  const done = closedDay === undefined ? undefined : `${sayShortDay(closedDay)}的账关好了`
  return (
    <>
      {day === undefined ? (
        toCheck.openings.length === 0 && <Empty icon="circle-check" words={done ?? '现在没有要您核对的'} note="收的人点好数，首页会请您" />
      ) : (
        <DayToCheck day={day} further={others.length} done={done} />
      )}
      {toCheck.openings.length > 0 && <Openings openings={toCheck.openings} onSigned={onSigned} />}
    </>
  )
}
