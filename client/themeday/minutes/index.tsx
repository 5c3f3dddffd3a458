import { api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'
import { MinutesPage } from './parts/MinutesPage'

/** 记录: what of the five parts was done, and what was decided. */
export default function Minutes() {
  const { themeDayId } = useParams('minutes')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const minutes = useQuery(isSecretary && themeDayId ? `themeday.getMinutes ${themeDayId}` : undefined, () =>
    api.themeday.getMinutes({ themeDayId: themeDayId ?? '' }),
  )
  const isOpen = themeDay.state === 'ready' && themeDay.data.closedAt === undefined
  if (isSecretary && isOpen && minutes.state === 'ready') {
    return <MinutesPage key={minutes.data.version} themeDay={themeDay.data} minutes={minutes.data} onRenew={minutes.refresh} />
  }
  return (
    <Page title="记录">
      <SecretaryOnly>
        <Answered query={themeDay} lines={6}>
          {({ closedAt }) =>
            closedAt === undefined ? (
              <Answered query={minutes} lines={6}>
                {() => null}
              </Answered>
            ) : (
              <Empty icon="lock" words="这次党日已经归档了" note="要改，请镇里打开" />
            )
          }
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
