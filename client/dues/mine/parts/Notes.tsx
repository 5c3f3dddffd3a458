import { payWayWords, sayMonths } from '#shared/dues/words'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { sayShortDay } from '../../parts/collecting'
import type { MyDues } from './use-my-dues'

interface NotesProps {
  readonly notes: MyDues['notes']
  readonly collectors: MyDues['collectors']
  readonly year: string
}

/** What I said about having paid, until it is recorded; and that nothing was found, with whom to ask. */
export function Notes({ notes, collectors, year }: NotesProps) {
  if (notes.length === 0) return null
  return (
    <Card kind="list">
      {notes.map(({ month, day, way, state }) => {
        const which = sayMonths([month], year)
        const said = `您说 ${sayShortDay(day)}交的，${payWayWords[way]}`
        if (state === 'waiting') {
          return <Row key={month} icon="hourglass" tone="pending" isStrong title={`${which}的，等收的人核对`} note={said} />
        }
        const ask = collectors.length === 0 ? '请当面问一问' : `请当面问一问${collectors.join('、')}`
        return <Row key={month} icon="circle-alert" isStrong title={`${which}的，没查到`} note={`${said}。${ask}`} />
      })}
    </Card>
  )
}
