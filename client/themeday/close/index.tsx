import { api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'
import { Closed } from './parts/Closed'
import { ClosePage } from './parts/ClosePage'

/** 归档: the list in numbers, read once more before it stands. */
export default function ClosingPage() {
  const { themeDayId } = useParams('close')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const count = useQuery(isSecretary && themeDayId ? `themeday.countAttendance ${themeDayId}` : undefined, () =>
    api.themeday.countAttendance({ themeDayId: themeDayId ?? '' }),
  )
  if (isSecretary && themeDay.state === 'ready') {
    if (themeDay.data.closedAt !== undefined) return <Closed themeDay={themeDay.data} />
    if (count.state === 'ready') return <ClosePage themeDay={themeDay.data} tally={count.data} onClosed={themeDay.refresh} />
  }
  return (
    <Page title="归档">
      <SecretaryOnly>
        <Answered query={themeDay} lines={6}>
          {() => (
            <Answered query={count} lines={6}>
              {() => null}
            </Answered>
          )}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
