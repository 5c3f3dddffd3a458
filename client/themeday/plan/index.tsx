import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { stepOf } from '../parts/step-of'
import { useIsSecretary } from '../parts/use-is-secretary'
import { PlanPage } from './parts/PlanPage'
import { PlanStarted } from './parts/PlanStarted'

/** S2 办一次党日: a new one, most of it filled in from the last time, or one that is changed. */
export default function Plan() {
  const { themeDayId } = useParams('plan')
  const now = useNow()
  const isSecretary = useIsSecretary()
  const earlier = useQuery(isSecretary ? 'themeday.list 12' : undefined, () => api.themeday.list({ limit: 12 }))
  const habits = useQuery(isSecretary ? 'themeday.getHabits' : undefined, () => api.themeday.getHabits({}))
  const held = themeDayId === undefined ? undefined : earlier.data?.rows.find((row) => row.themeDayId === themeDayId)
  const step = stepOf(held, now)
  const isToFill = themeDayId === undefined || step === 'draft' || step === 'fixed'
  if (isSecretary && isToFill && earlier.state === 'ready' && habits.state === 'ready') {
    // Another theme day is another form.
    return <PlanPage key={themeDayId ?? ''} held={held} rows={earlier.data.rows} habits={habits.data} onRenew={earlier.refresh} />
  }
  return (
    <Page title="定主题党日">
      <SecretaryOnly>
        <Answered query={earlier} lines={6}>
          {() => (
            <Answered query={habits} lines={6}>
              {() =>
                held === undefined ? (
                  <ErrorBox refusal={{ code: 'NOT_FOUND', message: '没找到这次党日' }} />
                ) : (
                  <PlanStarted themeDay={held} />
                )
              }
            </Answered>
          )}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
