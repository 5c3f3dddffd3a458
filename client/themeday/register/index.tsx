import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { Register } from '../parts/Register'
import { readRoll } from '../parts/roll'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'

/** 主题党日签到表: what was recorded once, on paper. On a desk it looks as it prints; on a phone it is one list to read. */
export default function RegisterPage() {
  const { themeDayId } = useParams('register')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const roll = useQuery(themeDayId && `themeday.listAttendance ${themeDayId}`, () => readRoll(themeDayId ?? ''))
  const isReady = isSecretary && themeDay.state === 'ready' && roll.state === 'ready'
  return (
    <Page width="desk" foot={isReady && <PrintFoot />}>
      <SecretaryOnly>
        <Answered query={themeDay} lines={8}>
          {(about) => (
            <Answered query={roll} lines={8}>
              {(rows) => <Register themeDay={about} rows={rows} />}
            </Answered>
          )}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
