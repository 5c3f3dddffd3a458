import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import type { ThemeDay } from '../parts/roll'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { stepOf } from '../parts/step-of'
import { BookLine } from './parts/BookLine'

/** S13 党日簿: every month that was planned, and its paper. */
export default function BookPage() {
  return (
    <Page title="党日簿" note="每个月一张登记表">
      <SecretaryOnly>
        <Months />
      </SecretaryOnly>
    </Page>
  )
}

function Months() {
  const now = useNow()
  const themeDays = useQuery('themeday.list', () => readAll<ThemeDay, never>((page) => api.themeday.list({ ...page, limit: 12 })))
  return (
    <Answered query={themeDays} lines={6}>
      {(rows) => {
        const held = rows.filter((row) => stepOf(row, now) !== 'none')
        if (held.length === 0) return <Empty icon="file-text" words="还没有办过主题党日" note="办了一次，这里就有一张" />
        return held.map((row) => <BookLine key={row.themeDayId} themeDay={row} now={now} />)
      }}
    </Answered>
  )
}
