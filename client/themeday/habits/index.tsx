import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { HabitsPage } from './parts/HabitsPage'

/** 我们支部的习惯: what is asked once and kept to every month. */
export default function Habits() {
  const isSecretary = useIsSecretary()
  const habits = useQuery(isSecretary ? 'themeday.getHabits' : undefined, () => api.themeday.getHabits({}))
  if (isSecretary && habits.state === 'ready') return <HabitsPage habits={habits.data} />
  return (
    <Page title="我们支部的习惯">
      <SecretaryOnly>
        <Answered query={habits} lines={6}>
          {() => null}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
